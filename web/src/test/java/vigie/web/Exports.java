package vigie.web;

/// Small exports in Telegram's JSON.
public final class Exports {
    /// What only messages of the garden club say.
    public static final String SECRET = "wheelbarrow";

    /// A template that is evaluated gives this number.
    public static final String EVALUATED = "49660049";

    /// A folder whose name is markup.
    public static final String FOLDER = "<zork onzork=1>";

    /// Markup, script and template syntax in one line; what acts on it is told by `zork`, by
    /// [#EVALUATED], or by a fault of the page.
    public static final String HOSTILE =
            " <script>zork()</script><zork onzork=\"1\" th:text=\"${7919*6271}\">"
                    + " \"onzork='zork' 'zork=1 ${7919*6271} *{7919*6271} #{desk.title} @{/zork}"
                    + " [[${7919*6271}]] [(${7919*6271})] __${7919*6271}__ |${7919*6271}|"
                    + " {0} {zork} &lt;zork&gt; --> ]]> </title></textarea>";

    static final String GARDEN =
            chat(
                    77,
                    "Tulip growers",
                    message(1, 1, "Gerda Blum", "the wheelbarrow stands in the shed"),
                    message(2, 2, "Otto Beet", "tomatoes and beans for the market"),
                    message(3, 1, "Gerda Blum", "the wheelbarrow lost its wheel"));

    static final String FOOTBALL =
            chat(
                    78,
                    "Goalkeepers",
                    message(1, 5, "Fritz Tor", "the goalpost was painted"),
                    message(2, 6, "Karl Ball", "match on Sunday"));

    private Exports() {}

    static String markup() {
        return chat(
                79,
                "Club" + HOSTILE,
                message(1, 7, "Ida" + HOSTILE, "a drawn circle" + HOSTILE),
                message(2, 8, "Jo", "a drawn square")
                        .replace(
                                "\"text\":",
                                "\"zork<zork onzork=1>${7919*6271}\":"
                                        + json(HOSTILE)
                                        + ",\"file\":"
                                        + json("files/" + HOSTILE)
                                        + ",\"media_type\":\"voice_message\",\"mime_type\":"
                                        + json(HOSTILE)
                                        + ",\"reply_to_message_id\":1,\"text\":"));
    }

    private static String chat(long id, String name, String... messages) {
        return "{\"name\":%s,\"type\":\"private_supergroup\",\"id\":%d,\"messages\":[%s]}"
                .formatted(json(name), id, String.join(",", messages));
    }

    private static String message(int id, int author, String name, String text) {
        return ("{\"id\":%d,\"type\":\"message\",\"date\":\"2024-06-01T10:00:00\","
                        + "\"date_unixtime\":\"%d\",\"from\":%s,\"from_id\":\"user%d\",\"text\":%s}")
                .formatted(id, 1_717_200_000 + 60 * id, json(name), author, json(text));
    }

    private static String json(String text) {
        return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }
}
