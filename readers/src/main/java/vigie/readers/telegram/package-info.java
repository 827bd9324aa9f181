/// The JSON export of Telegram Desktop, every version from 2018 on, one chat or a whole account.
///
/// What each key becomes is written in `docs/formats/telegram.md`. A key, action or type that the
/// exporter's source does not hold becomes a [vigie.model.claim.Claim.Unknown]; a value of another
/// JSON type than the exporter writes is malformed.
@NullMarked
package vigie.readers.telegram;

import org.jspecify.annotations.NullMarked;
