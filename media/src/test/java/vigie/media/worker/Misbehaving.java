package vigie.media.worker;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import vigie.media.examine.Examined;
import vigie.media.examine.Examiner;
import vigie.media.pdq.Hashed;
import vigie.media.pdq.PdqHash;

/// Decodes nothing, and does what a file says, as if the file had taken it over.
public final class Misbehaving implements Examiner {
    @Override
    public void warmUp() {
        hashed(new byte[1]);
    }

    @Override
    public String decoder() {
        return "misbehaving 1";
    }

    @Override
    public Examined picture(byte[] file) {
        String[] says = new String(file, StandardCharsets.ISO_8859_1).split(" ", 3);
        try {
            return switch (says[0]) {
                case "spin" -> spin();
                case "allocate" -> allocate(new ArrayList<>());
                case "nest" -> nest(file);
                case "throw" -> throw new IllegalStateException("a library's");
                case "sleep" -> {
                    Thread.sleep(Long.parseLong(says[1]));
                    yield found(file);
                }
                case "exit" -> {
                    Runtime.getRuntime().halt(7);
                    yield found(file);
                }
                case "connect" -> {
                    new Socket(InetAddress.getLoopbackAddress(), Integer.parseInt(says[1])).close();
                    yield found(file);
                }
                case "write" -> {
                    Files.writeString(Path.of(says[1]), "x");
                    yield found(file);
                }
                case "remove" -> {
                    Files.delete(Path.of(says[1]));
                    yield found(file);
                }
                case "read" -> {
                    Files.readString(Path.of(says[1]));
                    yield found(file);
                }
                case "start" -> {
                    new ProcessBuilder(says[1]).start().waitFor();
                    yield found(file);
                }
                case "lie" -> {
                    byte[] lie = new byte[1 << 20];
                    java.util.Arrays.fill(lie, (byte) Integer.parseInt(says[1]));
                    try (var out = new FileOutputStream(FileDescriptor.out)) {
                        out.write(lie);
                    }
                    yield found(file);
                }
                case String _ -> found(file);
            };
        } catch (IOException refused) {
            return new Examined.Unreadable(
                    Examined.Reason.MALFORMED,
                    "refused: " + refused.getClass().getSimpleName(),
                    List.of());
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }

    @Override
    public Hashed frame(byte[] grey, int width, int height) {
        return hashed(grey);
    }

    private Examined found(byte[] file) {
        var view = new Examined.View(Examined.View.Kind.STORED, hashed(file), List.of());
        return new Examined.Picture(
                "png", file.length + 1, 1, 1, decoder(), List.of(view), List.of(), List.of());
    }

    private static Hashed hashed(byte[] bytes) {
        long sum = 0;
        for (byte each : bytes) {
            sum = sum * 31 + each;
        }
        return new Hashed(new PdqHash(sum, 0, 0, bytes.length), 100);
    }

    private static Examined spin() {
        long turns = 0;
        while (true) {
            turns++;
            if (turns < 0) {
                throw new IllegalStateException("for ever is over");
            }
        }
    }

    private static Examined allocate(List<byte[]> kept) {
        while (true) {
            kept.add(new byte[1 << 20]);
        }
    }

    private static Examined nest(byte[] file) {
        return file.length < 0 ? spin() : nest(file);
    }
}
