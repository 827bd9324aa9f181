/// The full-text index of a case, in Lucene: numbers of rows and terms, never texts.
///
/// It is derived and may be deleted: a folder that is missing is an empty index, one that is
/// damaged or of another format says so and is made again. Whose account an investigator's
/// pseudonym is stands in the index only as long as `operator N` must be told from others, and no
/// search by name or id reaches it.
@NullMarked
package vigie.store.index;

import org.jspecify.annotations.NullMarked;
