package vigie.media.stack;

import java.util.Comparator;
import vigie.media.examine.Examined.View;

/// That one thing may stand in the stack of another, and why.
sealed interface Link {
    /// The best first: what links two pictures directly, then what shares more.
    Comparator<Link> BEST =
            Comparator.<Link>comparingInt(Link::rank)
                    .thenComparingInt(Link::weakness)
                    .thenComparingLong(Link::detail);

    /// As one sees it, and its mirror, are kept by the better.
    int rank();

    /// The lower, the better.
    int weakness();

    /// Decides between equals.
    long detail();

    /// In words for the member, given the number of what it is linked to.
    Because because(long to);

    record Near(int distance, View.Kind own, View.Kind other, int turn) implements Link {
        @Override
        public int rank() {
            return 0;
        }

        @Override
        public int weakness() {
            return distance;
        }

        @Override
        public long detail() {
            return turn * 64L + Faces.code(own) * 8L + Faces.code(other);
        }

        @Override
        public Because because(long to) {
            return new Because.Near(to, distance, own, other, turn);
        }
    }

    record Still(int distance, long millis) implements Link {
        @Override
        public int rank() {
            return 1;
        }

        @Override
        public int weakness() {
            return distance;
        }

        @Override
        public long detail() {
            return millis;
        }

        @Override
        public Because because(long of) {
            return new Because.Still(of, millis, distance);
        }
    }

    record Frames(int percent) implements Link {
        @Override
        public int rank() {
            return 2;
        }

        @Override
        public int weakness() {
            return 100 - percent;
        }

        @Override
        public long detail() {
            return 0;
        }

        @Override
        public Because because(long with) {
            return new Because.Frames(with, percent);
        }
    }
}
