package vigie.evidence.ledger.checkpoint;

import vigie.model.casefile.CaseName;

/// Which ledger it is: the home that keeps it and the case that it is about; the first line of each
/// checkpoint and the name of the key that signs it.
public record Origin(String home, CaseName name) {
    public Origin {
        if (!home.matches("[A-Za-z0-9][A-Za-z0-9._-]{0,63}")) {
            throw new IllegalArgumentException("not the id of a home: " + home);
        }
    }

    /// The origin that reads `vigie/<home>/<case>`.
    ///
    /// @throws IllegalArgumentException if it reads otherwise
    public static Origin parse(String line) {
        String[] parts = line.split("/", -1);
        if (parts.length != 3 || !parts[0].equals("vigie")) {
            throw new IllegalArgumentException("not the origin of a ledger: " + line);
        }
        return new Origin(parts[1], new CaseName(parts[2]));
    }

    @Override
    public String toString() {
        return "vigie/" + home + "/" + name;
    }
}
