/// What the first bytes of a picture claim, read without a decoder: format, size, orientation. A
/// header may lie; what it claims is only used to refuse too much and to choose a decoder.
@NullMarked
package vigie.media.header;

import org.jspecify.annotations.NullMarked;
