/// The web interface: a server of pages for people who sign in, over one open home.
///
/// What it shows is asked of [vigie.casework] as the user who asks; the database decides what they
/// see. It listens on loopback unless told otherwise, and connects to nothing.
@NullMarked
package vigie.web;

import org.jspecify.annotations.NullMarked;
