package vigie.sample.compose;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vigie.sample.chat.Chat;
import vigie.sample.chat.Entry.Field;
import vigie.sample.dice.Dice;

/// What happens in conversations beside messages.
final class Occasions {
    /// One thing that happens.
    ///
    /// @param action as an export writes it
    /// @param acts   whether the export says who did it
    /// @param fields what the action adds
    record Occasion(String action, boolean acts, List<Field> fields) {
        Occasion {
            fields = List.copyOf(fields);
        }
    }

    private Occasions() {}

    /// Everything that may happen in a conversation of this kind, except joining and creating.
    ///
    /// @param name the conversation's name
    /// @param peer the conversation as an export names it
    static List<Occasion> of(Chat.Kind kind, String name, String peer, Dice dice) {
        return switch (kind) {
            case SAVED -> List.of();
            case PERSONAL -> personal(dice);
            case BOT -> bot(dice);
            case GROUP, PRIVATE_SUPERGROUP, PUBLIC_SUPERGROUP -> group(kind, name, peer, dice);
            case PRIVATE_CHANNEL, PUBLIC_CHANNEL ->
                    List.of(
                            act("edit_group_title", field("title", name)),
                            act("edit_group_photo"),
                            act("pin_message"),
                            bare("giveaway_launch"),
                            bare(
                                    "giveaway_results",
                                    field("winners", 3),
                                    field("unclaimed", 0),
                                    field("stars", 0)),
                            act("group_call", field("duration", 1800)),
                            act("boost_apply", field("boosts", 1)));
        };
    }

    private static List<Occasion> group(Chat.Kind kind, String name, String peer, Dice dice) {
        var common =
                List.of(
                        act("edit_group_title", field("title", name)),
                        act("edit_group_photo"),
                        act("delete_group_photo"),
                        act("pin_message"),
                        act("group_call", field("duration", dice.between(60, 4000))),
                        act("group_call"),
                        act("invite_to_group_call", field("members", MEMBERS)),
                        act("set_messages_ttl", field("period", 604_800)),
                        act("edit_chat_theme", field("emoticon", "🌷")),
                        act("invite_members", field("members", MEMBERS)),
                        act("remove_members", field("members", MEMBERS)),
                        act("score_in_game", field("score", dice.between(5, 50))),
                        bare(
                                "proximity_reached",
                                field("from", FROM),
                                field("to", TO),
                                field("distance", dice.between(20, 200))));
        if (kind == Chat.Kind.GROUP) {
            return common;
        }
        return Stream.concat(
                        common.stream(),
                        Stream.of(
                                act("group_call_scheduled", field("schedule_date", 1_764_000_000)),
                                act("join_group_by_request"),
                                act("topic_created", field("title", "Questions")),
                                act(
                                        "topic_edit",
                                        field("new_title", "Questions and answers"),
                                        field("new_icon_emoji_id", 5_312_536_423_851_630_001L)),
                                act("boost_apply", field("boosts", dice.between(1, 4))),
                                act(
                                        "stars_prize",
                                        field("boost_peer_id", peer),
                                        field("boost_peer_name", NAME),
                                        field("stars", 50),
                                        field("is_unclaimed", false),
                                        field("giveaway_msg_id", 12),
                                        field("transaction_id", "tx-0001"))))
                .toList();
    }

    private static List<Occasion> personal(Dice dice) {
        return List.of(
                act(
                        "phone_call",
                        field("duration_seconds", dice.between(10, 900)),
                        field("discard_reason", "hangup")),
                act("phone_call", field("discard_reason", "missed")),
                act("phone_call", field("discard_reason", "busy")),
                act(
                        "phone_call",
                        field("duration_seconds", 3),
                        field("discard_reason", "disconnect")),
                act("take_screenshot"),
                act("clear_history"),
                act("joined_telegram"),
                act("requested_phone_number"),
                act("suggest_profile_photo"),
                act("set_messages_ttl", field("period", 86_400)),
                act("edit_chat_theme", field("emoticon", "🎄")),
                act("pin_message"),
                act("send_premium_gift", field("cost", "€14.99"), field("months", 3)),
                act(
                        "send_star_gift",
                        field("gift_id", 5_170_145_012_310_081_615L),
                        field("stars", 15),
                        field("is_limited", false),
                        field("is_anonymous", false),
                        field("gift_text", "For the seeds!")),
                bare(
                        "gift_code_prize",
                        field("gift_code", "SAMPLE-CODE"),
                        field("months", 1),
                        field("unclaimed", false),
                        field("via_giveaway", true)));
    }

    private static List<Occasion> bot(Dice dice) {
        return List.of(
                bare("allow_sending_messages", field("reason_domain", "garden.example.org")),
                bare(
                        "allow_sending_messages",
                        field("reason_app_id", 77),
                        field("reason_app_name", "Sowing calendar")),
                bare("web_app_bot_allowed"),
                bare("attach_menu_bot_allowed"),
                bare(
                        "send_payment",
                        field("amount", dice.between(500, 2000)),
                        field("currency", "EUR")),
                bare(
                        "send_passport_values",
                        field("values", Arrays.asList("address_information", "email"))),
                act("requested_phone_number"));
    }

    /// Stands for some names of members.
    static final String MEMBERS = "\u0000members";

    /// Stands for the name and number of the one who comes near.
    static final String FROM = "\u0000from";

    /// Stands for the name and number of the one who is reached.
    static final String TO = "\u0000to";

    /// Stands for the name of the conversation's other side.
    static final String NAME = "\u0000name";

    private static Occasion act(String action, Field... fields) {
        return new Occasion(action, true, List.of(fields));
    }

    private static Occasion bare(String action, Field... fields) {
        return new Occasion(action, false, List.of(fields));
    }

    private static Field field(String key, @Nullable Object value) {
        return new Field(key, value instanceof Integer i ? (Object) Long.valueOf(i) : value);
    }

    /// `count` of the occasions, each once before any twice.
    static List<Occasion> choose(List<Occasion> all, int count, Dice dice) {
        var chosen = new ArrayList<Occasion>();
        if (all.isEmpty()) {
            return chosen;
        }
        while (chosen.size() < count) {
            var round = new ArrayList<>(all);
            dice.shuffle(round);
            chosen.addAll(round.subList(0, Math.min(round.size(), count - chosen.size())));
        }
        return chosen;
    }
}
