package vigie.readers.telegram;

import static vigie.readers.telegram.Key.Types.ARRAY;
import static vigie.readers.telegram.Key.Types.BOOL;
import static vigie.readers.telegram.Key.Types.NUMBER;
import static vigie.readers.telegram.Key.Types.OBJECT;
import static vigie.readers.telegram.Key.Types.STRING;

import java.util.Locale;
import java.util.stream.Stream;
import vigie.evidence.jsonstream.Keys;

/// The keys that the exporter writes. One that a message keeps under its own name states the JSON
/// types that the exporter gives it; where there are two, its versions differ or it quotes a
/// number or an object by mistake.
enum Key {
    /// Stands for every key that the exporter does not write.
    FOREIGN,
    ABOUT,
    ACTION,
    ACTOR,
    ACTOR_ID,
    ADDRESS,
    ANSWERS,
    APPLICATION_NAME,
    APPLICATION_VERSION,
    BIO,
    BOT_USERNAME,
    BROWSER,
    CATEGORY,
    CHATS,
    CHOSEN,
    CLOSED,
    COLLAPSED,
    CONTACT_INFORMATION,
    CONTACT_VCARD,
    CONTACT_VCARD_FILE_SIZE,
    CONTACTS,
    COUNT,
    CREATED,
    CREATED_UNIXTIME,
    DATE,
    DATE_UNIXTIME,
    DEVICE_MODEL,
    DOCUMENT_ID,
    DOMAIN_NAME,
    DURATION_SECONDS,
    EDITED,
    EDITED_UNIXTIME,
    EMOJI,
    EXPIRES,
    EXPIRES_UNIXTIME,
    FILE,
    FILE_NAME,
    FILE_SIZE,
    FIRST_NAME,
    FORWARDED_FROM,
    FORWARDED_FROM_ID,
    FREQUENT_CONTACTS,
    FROM,
    FROM_ID,
    HEIGHT,
    HREF,
    ID,
    LANGUAGE,
    LAST_ACTIVE,
    LAST_ACTIVE_UNIXTIME,
    LAST_COUNTRY,
    LAST_IP,
    LAST_NAME,
    LAST_REGION,
    LATITUDE,
    LEFT_CHATS,
    LIST,
    LIVE_LOCATION_PERIOD_SECONDS,
    LOCATION_INFORMATION,
    LONGITUDE,
    MEDIA,
    MEDIA_TYPE,
    MESSAGES,
    MIME_TYPE,
    NAME,
    OTHER_DATA,
    PERSONAL_INFORMATION,
    PERSONAL_PHOTOS,
    PHONE_NUMBER,
    PHOTO,
    PHOTO_FILE_SIZE,
    PINNED,
    PLACE_NAME,
    PLATFORM,
    POLL,
    PROFILE_PICTURES,
    QUESTION,
    RATING,
    REACTIONS,
    RECENT,
    REPLY_TO_MESSAGE_ID,
    REPLY_TO_PEER_ID,
    SAVED_FROM,
    SAVED_FROM_ID,
    SESSIONS,
    STORIES,
    SYSTEM_VERSION,
    TEXT,
    TEXT_ENTITIES,
    THUMBNAIL,
    THUMBNAIL_FILE_SIZE,
    TOTAL_VOTERS,
    TYPE,
    USER_ID,
    USERNAME,
    VOTERS,
    WEB_SESSIONS,
    WIDTH,
    AMOUNT(NUMBER | STRING),
    AMOUNT_NANO(NUMBER | STRING),
    AMOUNT_WHOLE(NUMBER | STRING),
    AUTHOR(STRING),
    BOOST_PEER_ID(NUMBER | STRING),
    BOOST_PEER_NAME(STRING),
    BOOSTS(NUMBER),
    BUTTON_ID(NUMBER),
    CHARGE_ID(STRING),
    COMMENT(STRING),
    COMPLETED(ARRAY),
    COST(NUMBER | STRING),
    CURRENCY(STRING),
    DISCARD_REASON(STRING),
    DISTANCE(NUMBER),
    DURATION(NUMBER),
    EMOJI_DOCUMENT_ID(NUMBER | STRING),
    EMOTICON(STRING),
    GAME_DESCRIPTION(STRING),
    GAME_LINK(STRING),
    GAME_MESSAGE_ID(NUMBER),
    GAME_TITLE(STRING),
    GIFT_CODE(STRING),
    GIFT_ID(NUMBER | STRING),
    GIFT_TEXT(ARRAY | STRING),
    GIVEAWAY_INFORMATION(OBJECT | STRING),
    GIVEAWAY_MSG_ID(NUMBER),
    GIVEAWAY_RESULTS(OBJECT),
    INCOMPLETED(ARRAY),
    INFORMATION_TEXT(STRING),
    INLINE_BOT_BUTTONS(ARRAY),
    INVITER(STRING),
    INVOICE_INFORMATION(OBJECT | STRING),
    INVOICE_MESSAGE_ID(NUMBER),
    IS_ACTIVE(BOOL | NUMBER),
    IS_ANONYMOUS(BOOL | NUMBER),
    IS_BROADCAST_MESSAGES_ALLOWED(BOOL | NUMBER),
    IS_LIMITED(BOOL | NUMBER),
    IS_MISSED(BOOL | NUMBER),
    IS_UNCLAIMED(BOOL | NUMBER),
    ITEMS(ARRAY),
    MEDIA_SPOILER(BOOL | NUMBER),
    MEMBERS(ARRAY),
    MESSAGE_ID(NUMBER),
    MESSAGES_COUNT(NUMBER),
    MONTHS(NUMBER),
    NEW_ICON_EMOJI_ID(NUMBER | STRING),
    NEW_TITLE(STRING),
    PAID_STARS_AMOUNT(NUMBER),
    PEER_ID(NUMBER | STRING),
    PEER_NAME(STRING),
    PEERS(ARRAY | STRING),
    PERFORMER(STRING),
    PERIOD(NUMBER),
    PRICE_AMOUNT_NANO(NUMBER | STRING),
    PRICE_AMOUNT_WHOLE(NUMBER | STRING),
    PRICE_CURRENCY(STRING),
    PRICE_STARS(NUMBER),
    REASON_APP_ID(NUMBER | STRING),
    REASON_APP_NAME(STRING),
    REASON_DOMAIN(STRING),
    RECURRING(BOOL | STRING),
    REJECTED(BOOL | NUMBER),
    SCHEDULE_DATE(NUMBER | STRING),
    SCHEDULED_DATE(NUMBER | STRING),
    SCORE(NUMBER),
    SELF_DESTRUCT_PERIOD_SECONDS(NUMBER),
    STARS(NUMBER),
    STARS_AMOUNT(NUMBER | STRING),
    STARS_COUNT(NUMBER),
    STICKER_EMOJI(STRING),
    TITLE(STRING),
    TO(STRING),
    TO_ID(NUMBER | STRING),
    TODO_LIST(OBJECT),
    TRANSACTION_ID(STRING),
    UNCLAIMED(BOOL | NUMBER),
    USER_INITIATED(BOOL | NUMBER),
    VALUES(ARRAY),
    VIA_BOT(STRING),
    VIA_GIVEAWAY(BOOL | NUMBER),
    WINNERS(ARRAY | NUMBER);

    /// The JSON types, as bits.
    static final class Types {
        static final int STRING = 1;
        static final int NUMBER = 2;
        static final int BOOL = 4;
        static final int ARRAY = 8;
        static final int OBJECT = 16;

        private Types() {}

        /// The type of the value that starts with this byte.
        static int of(int first) {
            return switch (first) {
                case '"' -> STRING;
                case '{' -> OBJECT;
                case '[' -> ARRAY;
                case 't', 'f' -> BOOL;
                default -> NUMBER;
            };
        }
    }

    private static final Key[] ALL = values();

    /// The keys, each numbered one below its place here.
    static final Keys KEYS = new Keys(Stream.of(ALL).skip(1).map(Key::text).toList());

    private final int kept;

    Key() {
        this(0);
    }

    Key(int kept) {
        this.kept = kept;
    }

    /// The key with this number, [#FOREIGN] for [Keys#UNKNOWN].
    static Key of(int id) {
        return ALL[id + 1];
    }

    /// The key as written.
    String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// The types it may have where a message keeps it under its own name; 0 where it does not.
    int kept() {
        return kept;
    }
}
