package vigie.sample.export;

/// The explanations that an export of a whole account starts its lists with, in our own words.
final class About {
    static final String TELEGRAM = "Here is the data you requested.";
    static final String CONTACTS = "The contacts of this account.";
    static final String FREQUENT = "Those whom this account writes to most.";
    static final String SESSIONS = "The sessions of this account.";
    static final String WEB = "The web sessions of this account.";
    static final String CHATS = "This page lists all chats from this export.";
    static final String LEFT = "Supergroups and channels that this account left.";

    private About() {}
}
