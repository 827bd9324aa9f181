/// Lists of hashes that a unit was given, and what they say about the files of a case.
///
/// A set is `alert` (a match is looked at first), `known` (a match is looked at last) or `negative`
/// (likeness to it says nothing). "Known" lowers the order of looking and clears nothing. Nothing
/// here can be asked outside a case: a [Consultation] is opened with a checked basis, and is given
/// digests of exhibits; that they are exhibits rests on casework, which takes them from the case's
/// rows and enters the consultation in its ledger.
///
/// [HashSets] reads the sets of a home, [SetLibrary] changes them; one process may write while
/// others read.
@NullMarked
package vigie.media.sets;

import org.jspecify.annotations.NullMarked;
