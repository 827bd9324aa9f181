package vigie.media.stack;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Which things may stand in the stack of which others.
final class Links {
    private final List<Map<Integer, Link>> members;
    private final List<Map<Integer, Link>> hosts;
    private final BitSet flooded = new BitSet();
    private final int flood;

    Links(int size, int flood) {
        this.flood = flood;
        members = new ArrayList<>(size);
        hosts = new ArrayList<>(size);
        for (int i = 0; i < size; i++) {
            members.add(new HashMap<>());
            hosts.add(new HashMap<>());
        }
    }

    /// Notes that `member` may stand in the stack of `host`; of several links the best is kept. The
    /// two sides are counted each for itself, so that what comes of it does not depend on the order.
    void put(int member, int host, Link link) {
        if (!flooded.get(member) && !flooded.get(host)) {
            keep(hosts.get(member), host, link);
            keep(members.get(host), member, link);
        }
    }

    private void keep(Map<Integer, Link> side, int other, Link link) {
        Link known = side.get(other);
        if (known == null ? side.size() <= flood : Link.BEST.compare(link, known) < 0) {
            side.put(other, link);
        }
    }

    /// Takes the links of whatever has too many, so that what comes next needs no room for them.
    /// Called after each portion of a search.
    void ebb() {
        int before = flooded.cardinality();
        for (int i = 0; i < members.size(); i++) {
            if (members.get(i).size() > flood || hosts.get(i).size() > flood) {
                flooded.set(i);
            }
        }
        if (flooded.cardinality() > before) {
            members.forEach(side -> side.keySet().removeIf(flooded::get));
            hosts.forEach(side -> side.keySet().removeIf(flooded::get));
            flooded.stream().forEach(node -> members.get(node).clear());
            flooded.stream().forEach(node -> hosts.get(node).clear());
        }
    }

    /// What may stand in its stack.
    Map<Integer, Link> members(int host) {
        return members.get(host);
    }

    /// In whose stack it may stand.
    Map<Integer, Link> hosts(int member) {
        return hosts.get(member);
    }

    /// What has too many links, and so has none.
    BitSet flooded() {
        return flooded;
    }
}
