/// Small documents of named texts, read strictly: the basis and the settings that a person writes
/// as YAML, the records of keys that this system writes as JSON.
@NullMarked
package vigie.evidence.fields;

import org.jspecify.annotations.NullMarked;
