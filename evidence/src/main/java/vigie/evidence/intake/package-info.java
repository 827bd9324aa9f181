/// What was given to take, walked file by file: folders, archives of zip and tar, single files,
/// recognised by what they hold and not by what they are called.
///
/// Every byte and every name here is hostile: archives are bounded in size, count, depth and ratio,
/// no name leaves its archive, no link is followed, and what breaks a format is refused with file
/// and byte.
@NullMarked
package vigie.evidence.intake;

import org.jspecify.annotations.NullMarked;
