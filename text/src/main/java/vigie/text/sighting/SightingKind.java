package vigie.text.sighting;

/// The kinds of identifiers that [Sightings] finds.
public enum SightingKind {
    /// A telephone number in E.164 form: `+` and digits.
    PHONE,
    /// An e-mail address in lower case, its domain in Unicode.
    EMAIL,
    /// An address of a page, in the form that its platform gives it.
    URL,
    /// What lets somebody into a closed group: the last part of an invitation link, as written.
    INVITE,
    /// A number or code that a platform gives once, whatever name its holder takes later.
    PLATFORM_ID,
    /// A name by which a platform addresses an account, in lower case without `@`.
    HANDLE,
    /// An IPv4 address.
    IPV4,
    /// An IPv6 address as RFC 5952 writes it.
    IPV6,
    /// A bank account (ISO 13616), capitals and digits.
    IBAN,
    /// A Tunisian bank account, 20 digits with their key.
    TUNISIAN_RIB,
    /// A payment card, most of its digits hidden.
    CARD,
    /// A Bitcoin address.
    BITCOIN,
    /// An Ethereum address with the capitals of its checksum (EIP-55).
    ETHEREUM,
    /// The serial number of a mobile device, 15 digits.
    IMEI,
    /// The number of a wallet by a rule that the unit loaded.
    WALLET
}
