/// Readers that turn a lawfully obtained export into [vigie.model.claim.Claim]s, one package a
/// format.
///
/// Every byte here is hostile: a reader bounds what it holds, never follows a link, and reports
/// where in the file it stopped. Nothing in this package decides what a claim *means*.
@NullMarked
package vigie.readers;

import org.jspecify.annotations.NullMarked;
