package vigie.media.worker;

import vigie.media.examine.Examined;

/// What was found in an item.
///
/// @param id the item's
public record Answer(long id, Examined examined) {}
