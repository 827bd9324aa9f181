package vigie.cli;

import picocli.CommandLine.IVersionProvider;

/// What `--version` says.
final class Version implements IVersionProvider {
    @Override
    public String[] getVersion() {
        String version = Version.class.getPackage().getImplementationVersion();
        return new String[] {
            "Vigie " + (version == null ? "(unpackaged)" : version) + ", edition " + Edition.name()
        };
    }
}
