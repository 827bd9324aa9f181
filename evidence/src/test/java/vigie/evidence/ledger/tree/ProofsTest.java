package vigie.evidence.ledger.tree;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vigie.model.material.Sha256;

/// Compares what is computed from tiles with the recursive definitions of RFC 9162, section 2.1.
class ProofsTest {
    private static final int LEAVES = 130;

    @TempDir Path folder;

    private final List<byte[]> leaves = new ArrayList<>();
    private final Map<String, byte[]> trees = new HashMap<>();
    private final Frontier frontier = new Frontier();

    @Test
    void the_roots_of_the_published_vectors_come_out() {
        String[] inputs = {
            "",
            "00",
            "10",
            "2021",
            "3031",
            "40414243",
            "5051525354555657",
            "606162636465666768696a6b6c6d6e6f"
        };
        String[] roots = {
            "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
            "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
            "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
            "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
            "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
            "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
            "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
            "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328"
        };
        assertEquals("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855", root());
        for (int i = 0; i < inputs.length; i++) {
            frontier.add(TreeHash.leaf(HexFormat.of().parseHex(inputs[i])), (_, _, _) -> {});
            assertEquals(roots[i], root());
        }
    }

    @Test
    void roots_and_proofs_equal_the_recursion_of_the_rfc_for_every_size_and_leaf()
            throws IOException {
        TileWriter writer = TileWriter.at(folder, 0);
        for (int size = 1; size <= LEAVES; size++) {
            grow(writer);
            var tiles = new Tiles(folder);
            Sha256 root = Sha256.ofDigest(tree(0, size));
            assertEquals(root, Sha256.ofDigest(frontier.root()));
            assertEquals(root, Proofs.root(tiles, size));
            for (int index = 0; index < size; index++) {
                var proof = Proofs.inclusion(tiles, index, size);
                assertEquals(hashes(inclusion(index, 0, size)), proof.path());
                assertTrue(proof.proves(leaves.get(index), root));
            }
            for (int old = 0; old <= size; old++) {
                var proof = Proofs.consistency(tiles, old, size);
                if (old > 0) {
                    assertEquals(hashes(consistency(old, 0, size, true)), proof.path());
                }
                assertTrue(proof.proves(Sha256.ofDigest(tree(0, old)), root));
            }
        }
    }

    @Test
    void a_proof_proves_nothing_else() throws IOException {
        TileWriter writer = TileWriter.at(folder, 0);
        for (int size = 1; size <= 40; size++) {
            grow(writer);
        }
        var tiles = new Tiles(folder);
        Sha256 root = Proofs.root(tiles, 40);
        for (int index = 0; index < 40; index++) {
            var proof = Proofs.inclusion(tiles, index, 40);
            assertFalse(proof.proves(leaves.get((index + 1) % 40), root));
            assertFalse(proof.proves(leaves.get(index), Proofs.root(tiles, 39)));
            int other = index == 0 ? 1 : index - 1;
            assertFalse(
                    new InclusionProof(other, 40, proof.path()).proves(leaves.get(index), root));
            var shorter = proof.path().subList(1, proof.path().size());
            assertFalse(new InclusionProof(index, 40, shorter).proves(leaves.get(index), root));
        }
        for (int old = 1; old < 40; old++) {
            var proof = Proofs.consistency(tiles, old, 40);
            assertFalse(proof.proves(Proofs.root(tiles, old - 1), root));
            assertFalse(proof.proves(Proofs.root(tiles, old), Proofs.root(tiles, 39)));
        }
    }

    @Test
    void a_large_tree_is_proved_from_a_few_tiles_and_continued_from_any_edge() throws IOException {
        TileWriter writer = TileWriter.at(folder, 0);
        int size = 70_000;
        for (int i = 0; i < size; i++) {
            leaves.add(leaf(i));
            frontier.add(leaves.get(i), writer);
        }
        writer.flush(TileWriter.Mode.EXTEND);
        assertTrue(Files.exists(folder.resolve("tile/0/272")));
        assertTrue(Files.exists(folder.resolve("tile/0/273.p/112")));
        assertTrue(Files.exists(folder.resolve("tile/1/000")));
        assertTrue(Files.exists(folder.resolve("tile/1/001.p/17")));
        assertTrue(Files.exists(folder.resolve("tile/2/000.p/1")));
        var read = new ArrayList<String>();
        var tiles = new Tiles(folder);
        Nodes counted =
                (height, index) -> {
                    read.add(height + "/" + index);
                    return tiles.node(height, index);
                };
        Sha256 root = Sha256.ofDigest(frontier.root());
        for (int index : new int[] {0, 255, 256, 65_535, 65_536, 69_887, 69_888, 69_999}) {
            read.clear();
            var proof = Proofs.inclusion(counted, index, size);
            assertTrue(proof.proves(leaves.get(index), root));
            assertTrue(read.size() <= 3 * 17, "a proof reads as many hashes as the tree is high");
        }
        assertTrue(
                Proofs.consistency(counted, 12_345, size)
                        .proves(Proofs.root(counted, 12_345), root));
        int edge = size - size % Tile.WIDTH;
        Frontier again = Frontier.at(edge, tiles);
        TileWriter continued = TileWriter.at(folder, edge);
        for (int i = edge; i < size; i++) {
            again.add(leaves.get(i), continued);
        }
        continued.flush(TileWriter.Mode.EXTEND);
        assertTrue(continued.difference().isEmpty());
        assertArrayEquals(frontier.root(), again.root());
    }

    @Test
    void tiles_are_named_as_the_specification_names_them() {
        assertEquals("tile/0/x001/x234/067", new Tile(0, 1_234_067).file().toString());
        assertEquals("tile/2/000.p/7", new Tile(2, 0).file(7).toString());
        assertEquals("tile/0/x001/000", new Tile(0, 1000).file().toString());
    }

    private void grow(TileWriter writer) throws IOException {
        leaves.add(leaf(leaves.size()));
        frontier.add(leaves.getLast(), writer);
        writer.flush(TileWriter.Mode.EXTEND);
    }

    private String root() {
        return HexFormat.of().formatHex(frontier.root());
    }

    private static byte[] leaf(int number) {
        return TreeHash.leaf(("leaf " + number).getBytes(UTF_8));
    }

    private static List<Sha256> hashes(List<byte[]> path) {
        return path.stream().map(Sha256::ofDigest).toList();
    }

    /// MTH(D[from:to]).
    private byte[] tree(int from, int to) {
        byte[] known = trees.get(from + "-" + to);
        if (known == null) {
            known = computed(from, to);
            trees.put(from + "-" + to, known);
        }
        return known;
    }

    private byte[] computed(int from, int to) {
        if (from == to) {
            return TreeHash.empty();
        }
        if (to - from == 1) {
            return leaves.get(from);
        }
        int k = k(to - from);
        return TreeHash.node(tree(from, from + k), tree(from + k, to));
    }

    /// PATH(m, D[from:to]).
    private List<byte[]> inclusion(int m, int from, int to) {
        if (to - from == 1) {
            return List.of();
        }
        int k = k(to - from);
        List<byte[]> path = new ArrayList<>();
        if (m < k) {
            path.addAll(inclusion(m, from, from + k));
            path.add(tree(from + k, to));
        } else {
            path.addAll(inclusion(m - k, from + k, to));
            path.add(tree(from, from + k));
        }
        return path;
    }

    /// SUBPROOF(m, D[from:to], whole).
    private List<byte[]> consistency(int m, int from, int to, boolean whole) {
        if (m == to - from) {
            return whole ? List.of() : List.of(tree(from, to));
        }
        int k = k(to - from);
        List<byte[]> path = new ArrayList<>();
        if (m <= k) {
            path.addAll(consistency(m, from, from + k, whole));
            path.add(tree(from + k, to));
        } else {
            path.addAll(consistency(m - k, from + k, to, false));
            path.add(tree(from, from + k));
        }
        return path;
    }

    private static int k(int n) {
        int k = 1;
        while (2 * k < n) {
            k *= 2;
        }
        return k;
    }
}
