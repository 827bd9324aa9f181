/// Who works with a home: users, their roles, and how they prove who they are.
///
/// What a role may see is enforced by the database (`store`, migration `V2__users.sql`); what is
/// here says the same to a screen, so that it offers nothing that would be refused.
@NullMarked
package vigie.casework.user;

import org.jspecify.annotations.NullMarked;
