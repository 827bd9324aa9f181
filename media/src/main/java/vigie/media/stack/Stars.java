package vigie.media.stack;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;

/// Stars: whoever has most of what is left around it becomes a centre, and that joins it (Aslam,
/// Pelekhov, Rus, *The Star Clustering Algorithm*, 2004). Everything in a star is linked to its
/// centre itself, so no chain of small steps leads from one picture to another.
final class Stars {
    private record Candidate(int node, int around) {}

    private final Links links;
    private final List<Item> nodes;
    private final int[] centres;

    private Stars(Links links, List<Item> nodes) {
        this.links = links;
        this.nodes = nodes;
        centres = new int[nodes.size()];
        Arrays.fill(centres, -1);
    }

    /// The centre of each node; a centre is its own.
    ///
    /// @param nodes in the order that decides between equals
    static int[] of(Links links, List<Item> nodes) {
        var stars = new Stars(links, nodes);
        stars.choose();
        stars.settle();
        return stars.centres;
    }

    private void choose() {
        var queue =
                new PriorityQueue<Candidate>(
                        Comparator.comparingInt(Candidate::around)
                                .reversed()
                                .thenComparing(
                                        Comparator.comparing(
                                                        (Candidate one) ->
                                                                nodes.get(one.node()).moves())
                                                .thenComparingLong(
                                                        one -> nodes.get(one.node()).pixels())
                                                .reversed())
                                .thenComparingInt(Candidate::node));
        for (int i = 0; i < nodes.size(); i++) {
            queue.add(new Candidate(i, links.members(i).size()));
        }
        while (!queue.isEmpty()) {
            Candidate next = queue.remove();
            int node = next.node();
            if (centres[node] >= 0) {
                continue;
            }
            int around = around(node);
            if (around < next.around()) {
                queue.add(new Candidate(node, around));
                continue;
            }
            centres[node] = node;
            for (int member : links.members(node).keySet()) {
                if (centres[member] < 0) {
                    centres[member] = node;
                }
            }
        }
    }

    private int around(int node) {
        int around = 0;
        for (int member : links.members(node).keySet()) {
            around += centres[member] < 0 ? 1 : 0;
        }
        return around;
    }

    /// Whatever is near to several centres joins the nearest.
    private void settle() {
        for (int i = 0; i < centres.length; i++) {
            if (centres[i] != i) {
                centres[i] =
                        links.hosts(i).entrySet().stream()
                                .filter(one -> centres[one.getKey()] == one.getKey())
                                .min(
                                        Map.Entry.<Integer, Link>comparingByValue(Link.BEST)
                                                .thenComparing(Map.Entry.comparingByKey()))
                                .orElseThrow()
                                .getKey();
            }
        }
    }
}
