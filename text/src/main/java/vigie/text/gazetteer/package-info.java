/// Gazetteers: the places that are known offline, by name in Latin and in Arabic script.
///
/// One is built in (GeoNames, places of 1,000 inhabitants and more); a unit may load a further one.
/// A gazetteer says which places bear a name, never which of them somebody meant, and what it does
/// not list exists all the same.
@NullMarked
package vigie.text.gazetteer;

import org.jspecify.annotations.NullMarked;
