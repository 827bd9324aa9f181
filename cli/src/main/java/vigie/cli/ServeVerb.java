package vigie.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import vigie.casework.operation.SharedCases;
import vigie.casework.user.access.Invitation;
import vigie.web.Rooms;
import vigie.web.Server;
import vigie.web.Setting;

/// `vigie serve`: the web interface, until it is told to stop.
@Command(
        name = "serve",
        description = "serves the web interface; on this machine only unless told otherwise",
        mixinStandardHelpOptions = true)
final class ServeVerb extends Verb {
    @Option(names = "--port", paramLabel = "N", description = "8484 if not stated; 0 for any")
    int port = Setting.LOOPBACK.port();

    @Option(
            names = "--address",
            paramLabel = "IP",
            description = "listen there instead of on loopback; needs --certificate and --key")
    String address = Setting.LOOPBACK.address();

    @Option(
            names = "--name",
            paramLabel = "HOST",
            description = "a name by which browsers reach this machine; may be repeated")
    List<String> names = List.of();

    @Option(names = "--certificate", paramLabel = "FILE", description = "chain, in PEM")
    @Nullable Path certificate;

    @Option(names = "--key", paramLabel = "FILE", description = "its private key, in PEM")
    @Nullable Path key;

    @Override
    protected int run(Console console) throws IOException {
        Setting setting = setting();
        try (Wiring wiring = Wiring.make(homeFolder(), console)) {
            serve(
                    console,
                    wiring,
                    setting,
                    wiring.users().enrolment().first().orElse(null),
                    (where, link) ->
                            console.object(
                                    json ->
                                            json.put("schema", "vigie.serve/1")
                                                    .put("address", where)
                                                    .put("link", link)));
        }
        return DONE;
    }

    private Setting setting() {
        try {
            return new Setting(address, port, Set.copyOf(names), certificate, key);
        } catch (IllegalArgumentException wrong) {
            throw new Misuse(String.valueOf(wrong.getMessage()));
        }
    }

    /// Is told where the server is, once it serves.
    interface Serving {
        void accept(String address, @Nullable String link);
    }

    /// Serves until the process is told to end; then lets requests under way finish.
    ///
    /// @param link    opens the door once; null where users sign in
    /// @param serving is told the address, and that of the link
    static void serve(
            Console console,
            Wiring wiring,
            Setting setting,
            @Nullable Invitation link,
            Serving serving)
            throws IOException {
        // A page that fails says no reason to its visitor; the administrator finds it here.
        Logger.getLogger("").setLevel(Level.SEVERE);
        CountDownLatch ending = new CountDownLatch(1);
        CountDownLatch ended = new CountDownLatch(1);
        Runtime.getRuntime()
                .addShutdownHook(
                        new Thread(
                                () -> {
                                    ending.countDown();
                                    await(ended);
                                },
                                "ending"));
        Rooms rooms = wiring.rooms();
        try (SharedCases _ = rooms.cases();
                Server server = Server.start(setting, rooms, wiring.beans(rooms))) {
            wiring.publish();
            String address = server.address().toString();
            console.say("Vigie serves at " + address + " until Ctrl+C.");
            if (link != null) {
                console.say(
                        "This link opens once, until %s: %s%s"
                                .formatted(link.expires(), address, link.path().substring(1)));
            }
            serving.accept(address, link == null ? null : address + link.path().substring(1));
            await(ending);
        } finally {
            closeThen(wiring, ended);
        }
    }

    private static void closeThen(Wiring wiring, CountDownLatch ended) {
        try {
            wiring.close();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } finally {
            ended.countDown();
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
