package vigie.casework.media.match;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import vigie.casework.media.Finding;
import vigie.casework.media.MediaStore;
import vigie.casework.media.MediaStore.Compared;
import vigie.casework.media.MediaStore.Result;
import vigie.media.near.Negatives;
import vigie.media.near.search.Cores;
import vigie.media.stack.Because;
import vigie.media.stack.Item;
import vigie.media.stack.Stack;
import vigie.media.stack.Stacking;
import vigie.model.material.Sha256;

/// The stacks of a case: what one look serves.
final class Piles {
    /// Chooses the sample on which the search proves itself: any will do.
    private static final long SEED = 4;

    private Piles() {}

    /// Stacks what was examined and compared.
    static List<MediaStore.Stack> of(
            List<MediaStore.Item> items,
            List<Result> results,
            List<Compared> compared,
            Negatives negatives) {
        Map<Integer, Sha256> digests = new HashMap<>();
        items.forEach(item -> digests.put(item.item(), item.digest()));
        Map<Integer, Finding> findings = new HashMap<>();
        compared.forEach(one -> findings.put(one.item(), one.finding()));
        List<Item> files = new ArrayList<>();
        for (Result result : results) {
            Sha256 digest = digests.get(result.item());
            if (digest != null && findings.containsKey(result.item())) {
                files.add(new Item(result.item(), digest, result.examined()));
            }
        }
        return new Stacking(negatives, SEED, Cores.ALL)
                .of(files).stacks().stream().map(stack -> stack(stack, findings)).toList();
    }

    private static MediaStore.Stack stack(Stack stack, Map<Integer, Finding> findings) {
        List<Integer> members = new ArrayList<>();
        Finding finding = Finding.KNOWN;
        int near = 0;
        for (Stack.Member member : stack.members()) {
            int item = (int) member.item().id();
            members.add(item);
            finding = finding.or(findings.getOrDefault(item, Finding.UNSEEN));
            near +=
                    switch (member.because()) {
                        case Because.Stands _, Because.Same _ -> 0;
                        case Because.Near _, Because.Frames _, Because.Still _ -> 1;
                    };
        }
        return new MediaStore.Stack(members.getFirst(), members, finding, near);
    }
}
