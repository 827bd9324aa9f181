package vigie.readers.telegram;

import java.util.Set;

/// The words that the exporter's source holds for each kind of value; another is kept as it is and
/// counted as unknown.
final class Words {
    static final Set<String> ACTIONS =
            Set.of(
                    "allow_sending_messages",
                    "attach_menu_bot_allowed",
                    "boost_apply",
                    "clear_history",
                    "conference_call",
                    "create_channel",
                    "create_group",
                    "delete_group_photo",
                    "edit_chat_theme",
                    "edit_group_photo",
                    "edit_group_title",
                    "gift_code_prize",
                    "giveaway_launch",
                    "giveaway_results",
                    "group_call",
                    "group_call_scheduled",
                    "invite_members",
                    "invite_to_group_call",
                    "join_group_by_link",
                    "join_group_by_request",
                    "joined_telegram",
                    "migrate_from_group",
                    "migrate_to_supergroup",
                    "paid_messages_price_change",
                    "paid_messages_refund",
                    "phone_call",
                    "pin_message",
                    "process_suggested_post",
                    "proximity_reached",
                    "refunded_payment",
                    "remove_members",
                    "requested_peer",
                    "requested_phone_number",
                    "score_in_game",
                    "send_paid_message",
                    "send_passport_values",
                    "send_payment",
                    "send_premium_gift",
                    "send_star_gift",
                    "send_stars_gift",
                    "send_ton_gift",
                    "send_webview_data",
                    "set_chat_wallpaper",
                    "set_messages_ttl",
                    "set_same_chat_wallpaper",
                    "stars_prize",
                    "suggest_profile_photo",
                    "suggested_post_refund",
                    "suggested_post_success",
                    "take_screenshot",
                    "todo_append_tasks",
                    "todo_completions",
                    "topic_created",
                    "topic_edit",
                    "topic_icon_edit",
                    "topic_title_edit",
                    "web_app_bot_allowed");

    static final Set<String> ENTITIES =
            Set.of(
                    "bank_card",
                    "blockquote",
                    "bold",
                    "bot_command",
                    "cashtag",
                    "code",
                    "custom_emoji",
                    "email",
                    "hashtag",
                    "italic",
                    "link",
                    "mention",
                    "mention_name",
                    "phone",
                    "plain",
                    "pre",
                    "spoiler",
                    "strikethrough",
                    "text_link",
                    "underline",
                    "unknown");

    static final Set<String> MEDIA =
            Set.of(
                    "animation",
                    "audio_file",
                    "sticker",
                    "video_file",
                    "video_message",
                    "voice_message");

    static final Set<String> REACTIONS = Set.of("custom_emoji", "emoji", "empty", "paid");

    static final Set<String> CHATS =
            Set.of(
                    "bot_chat",
                    "personal_chat",
                    "private_channel",
                    "private_group",
                    "private_supergroup",
                    "public_channel",
                    "public_group",
                    "public_supergroup",
                    "replies",
                    "saved_messages",
                    "verification_codes");

    /// Chats that the exporter writes without a name.
    static final Set<String> NAMELESS = Set.of("replies", "saved_messages", "verification_codes");

    /// Actions whose text some versions write under the key of the message's text, which then
    /// stands twice.
    static final Set<String> TEXT_TWICE = Set.of("send_star_gift", "send_webview_data");

    private Words() {}

    /// The kind of peer that a chat of this type, or an entry of the frequent contacts, has.
    static String peer(String type) {
        return switch (type) {
            case "personal_chat",
                    "bot_chat",
                    "saved_messages",
                    "replies",
                    "verification_codes",
                    "user" ->
                    Accounts.USER;
            case "private_group" -> Accounts.CHAT;
            case "private_supergroup",
                    "public_supergroup",
                    "public_group",
                    "private_channel",
                    "public_channel" ->
                    Accounts.CHANNEL;
            default -> "unknown";
        };
    }
}
