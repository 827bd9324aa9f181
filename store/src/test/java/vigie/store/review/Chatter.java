package vigie.store.review;

import java.util.ArrayList;
import java.util.List;

/// An export of one or more chats, in Telegram's JSON, made message by message.
final class Chatter {
    private final List<String> chats = new ArrayList<>();
    private final List<String> messages = new ArrayList<>();
    private String chat = "";
    private long time = 1_717_200_000; // 2024-06-01T00:00:00Z
    private int id;

    /// Starts a chat.
    Chatter chat(long number, String name) {
        end();
        chat =
                "{\"name\":\"%s\",\"type\":\"private_supergroup\",\"id\":%d,\"messages\":["
                        .formatted(name, number);
        id = 0;
        return this;
    }

    private void end() {
        if (!chat.isEmpty()) {
            chats.add(chat + String.join(",", messages) + "]}");
            messages.clear();
        }
    }

    Chatter says(int author, String text) {
        return add(author, text, "");
    }

    Chatter answers(int author, int to, String text) {
        return add(author, text, ",\"reply_to_message_id\":" + to);
    }

    Chatter forwards(int author, int from, String text) {
        return add(
                author,
                text,
                ",\"forwarded_from\":\"Member %d\",\"forwarded_from_id\":\"user%d\""
                        .formatted(from, from));
    }

    /// Lets time pass.
    Chatter later(long seconds) {
        time += seconds;
        return this;
    }

    private Chatter add(int author, String text, String more) {
        id++;
        time += 60;
        messages.add(
                ("{\"id\":%d,\"type\":\"message\",\"date\":\"2024-06-01T10:00:00\","
                                + "\"date_unixtime\":\"%d\",\"from\":\"Member %d\","
                                + "\"from_id\":\"user%d\"%s,\"text\":\"%s\"}")
                        .formatted(id, time, author, author, more, text));
        return this;
    }

    String json() {
        end();
        chat = "";
        return chats.size() == 1
                ? chats.getFirst()
                : "{\"about\":\"club\",\"chats\":{\"about\":\"chats\",\"list\":["
                        + String.join(",", chats)
                        + "]}}";
    }

    /// A small chat of a garden club.
    static Chatter garden() {
        return new Chatter()
                .chat(77, "Garden club")
                .says(1, "the gate of the garden is open")
                .says(2, "tomatoes and beans for the market")
                .answers(3, 1, "who opened the gate?")
                .says(1, "the seeds came today")
                .says(2, "a football match on Sunday")
                .answers(2, 1, "the gate was open all night");
    }
}
