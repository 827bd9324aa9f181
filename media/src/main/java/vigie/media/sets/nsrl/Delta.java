package vigie.media.sets.nsrl;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Locale;
import java.util.regex.Pattern;
import vigie.evidence.MalformedInput;

/// Applies a delta, `INSERT`, `UPDATE` and `DELETE` on the tables of RDSv3 and nothing else, to a
/// copy of the database that it changes: all of it or, in one transaction, nothing.
public final class Delta {
    private static final String TABLES = "(FILE|PKG|OS|MFG|VERSION|METADATA|PACKAGE_OBJECT)";
    private static final Pattern CHANGES =
            Pattern.compile(
                    "(INSERT(\\s+OR\\s+(IGNORE|REPLACE))?\\s+INTO|UPDATE|DELETE\\s+FROM)\\s+[\"`\\[]?"
                            + TABLES
                            + "\\b.*",
                    Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
    private static final Pattern FRAME =
            Pattern.compile(
                    "(BEGIN(\\s+TRANSACTION)?|COMMIT(\\s+TRANSACTION)?|END(\\s+TRANSACTION)?)",
                    Pattern.CASE_INSENSITIVE);

    private final InputStream in;
    private final String file;
    private final ByteArrayOutputStream statement = new ByteArrayOutputStream();
    private long offset;
    private long line = 1;
    private long start;
    private long startLine;

    private Delta(InputStream in, String file) {
        this.in = in;
        this.file = file;
    }

    /// Applies `delta` to `database`.
    ///
    /// @return how many statements it had
    /// @throws MalformedInput with byte and line of a statement that is none of these or fails
    public static long apply(Path delta, Path database) throws IOException {
        try (InputStream in = new BufferedInputStream(Files.newInputStream(delta), 1 << 16);
                Connection connection = Database.changing(database)) {
            connection.setAutoCommit(false);
            long count = new Delta(in, delta.toString()).apply(connection);
            connection.commit();
            return count;
        } catch (SQLException why) {
            throw Database.broken(database, why);
        }
    }

    private long apply(Connection connection) throws IOException, SQLException {
        long count = 0;
        try (Statement to = connection.createStatement()) {
            while (next()) {
                String sql = statement.toString(StandardCharsets.UTF_8).strip();
                if (sql.isEmpty() || FRAME.matcher(sql).matches()) {
                    continue;
                }
                if (!CHANGES.matcher(sql).matches()) {
                    throw broken("is no INSERT, UPDATE or DELETE on a table of RDSv3");
                }
                try {
                    to.executeUpdate(sql);
                } catch (SQLException why) {
                    throw broken(
                            "fails: " + String.valueOf(why.getMessage()).toLowerCase(Locale.ROOT));
                }
                count++;
            }
        }
        return count;
    }

    private MalformedInput broken(String what) {
        return new MalformedInput(file, start, "the statement on line " + startLine + " " + what);
    }

    /// Gathers the next statement, up to a semicolon outside quotes; comments are left out.
    private boolean next() throws IOException {
        statement.reset();
        int quote = 0;
        boolean any = false;
        int b;
        while ((b = read()) >= 0) {
            if (!any && b > ' ') {
                any = true;
                start = offset - 1;
                startLine = line;
            }
            if (quote == 0 && b == ';') {
                return true;
            }
            if (quote == 0 && b == '-' && peek() == '-') {
                while (b >= 0 && b != '\n') {
                    b = read();
                }
                any = statement.size() > 0 && any;
                continue;
            }
            if (quote == 0 && (b == '\'' || b == '"' || b == '`')) {
                quote = b;
            } else if (b == quote) {
                quote = 0;
            }
            if (any) {
                statement.write(b);
            }
            if (statement.size() > Database.LONGEST) {
                throw broken("is longer than " + Database.LONGEST + " bytes");
            }
        }
        if (any) {
            throw new MalformedInput(
                    file, offset, "ends inside the statement that starts on line " + startLine);
        }
        return false;
    }

    private int read() throws IOException {
        int b = in.read();
        if (b >= 0) {
            offset++;
            line += b == '\n' ? 1 : 0;
        }
        return b;
    }

    private int peek() throws IOException {
        in.mark(1);
        int b = in.read();
        in.reset();
        return b;
    }
}
