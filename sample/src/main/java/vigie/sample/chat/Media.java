package vigie.sample.chat;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a message carries beside its text.
public sealed interface Media {
    /// Something that is a file.
    sealed interface Filed extends Media {
        /// Why the export holds no file, or [Skip#NONE].
        Skip skip();
    }

    /// Why an exporter wrote a sentence in place of a path.
    enum Skip {
        /// There is a file.
        NONE(""),
        /// The exporter chose not to download this kind.
        NOT_INCLUDED("(File not included. Change data exporting settings to download.)"),
        /// The file was larger than the exporter chose.
        TOO_LARGE("(File exceeds maximum size. Change data exporting settings to download.)"),
        /// The platform did not give it.
        UNAVAILABLE("(File unavailable, please try again later)");

        private final String sentence;

        Skip(String sentence) {
            this.sentence = sentence;
        }

        /// The writer's own words.
        public String sentence() {
            return sentence;
        }
    }

    /// A photo; `picture` is its number in the picture plan, -1 where it has no file.
    record Photo(int picture, Skip skip, boolean spoiler, int ttl) implements Filed {}

    /// A clip; `picture` is its number in the picture plan, -1 where it has no file.
    record Clip(int picture, Skip skip, boolean round) implements Filed {}

    /// A voice message.
    record Voice(int seconds, Skip skip) implements Filed {}

    /// An animated sticker, one of a few.
    record Sticker(int number, String emoji, Skip skip) implements Filed {}

    /// A plain document, `number` choosing its content.
    record Note(int number, String name, Skip skip) implements Filed {}

    /// A piece of music, never included.
    record Music(String performer, String title, int seconds) implements Filed {
        @Override
        public Skip skip() {
            return Skip.TOO_LARGE;
        }
    }

    /// A contact card; `card` numbers its file, or is -1 where it has none.
    record Contact(String first, String last, String phone, int card) implements Media {}

    /// A place; `name` and `address` where it is a venue.
    record Place(
            double latitude,
            double longitude,
            int live,
            @Nullable String name,
            @Nullable String address)
            implements Media {}

    /// A poll; `votes` in the order of the answers.
    record Poll(String question, boolean closed, List<String> answers, List<Integer> votes)
            implements Media {
        public Poll {
            answers = List.copyOf(answers);
            votes = List.copyOf(votes);
        }
    }

    /// A game of a bot.
    record Game(String title, String description, String link) implements Media {}

    /// An invoice.
    record Invoice(String title, String description, long amount, String currency)
            implements Media {}
}
