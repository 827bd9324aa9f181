package vigie.web.ledger;

import java.util.Map;
import java.util.stream.Collectors;
import vigie.casework.user.User;
import vigie.model.casefile.Actor;
import vigie.web.Rooms;
import vigie.web.frame.Visitor;

/// How those who act are called.
///
/// @param names of users, by who they are
public record People(Map<String, String> names) {
    public People {
        names = Map.copyOf(names);
    }

    /// The people whom the visitor may know.
    static People of(Rooms rooms, Visitor visitor) {
        return new People(
                rooms.users().all(visitor.actor()).stream()
                        .collect(Collectors.toMap(user -> user.actor().id(), User::name)));
    }

    /// How somebody is called: who is no user, by who they are.
    public String called(Actor actor) {
        return names.getOrDefault(actor.id(), actor.id());
    }
}
