package vigie.edition;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.SAXException;

/// What an artifact says of itself; its parents and imports are looked up in a local repository.
record Pom(Path repository, Element project) {
    private static final Pattern PROPERTY = Pattern.compile("\\$\\{([^}]+)}");

    /// The POM in a file.
    static Pom read(Path repository, Path file) throws IOException {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            return new Pom(
                    repository,
                    factory.newDocumentBuilder().parse(file.toFile()).getDocumentElement());
        } catch (ParserConfigurationException | SAXException e) {
            throw new IOException("not a POM: " + file, e);
        }
    }

    /// The POM of an artifact, unless the local repository has not fetched it.
    Optional<Pom> find(String artifact, String version) throws IOException {
        String group = artifact.substring(0, artifact.indexOf(':'));
        String name = artifact.substring(group.length() + 1);
        String inside = String.join("/", group.replace('.', '/'), name, version, name + "-");
        Path file = repository.resolve(inside + version + ".pom");
        return Files.exists(file) ? Optional.of(read(repository, file)) : Optional.empty();
    }

    /// The elements at a path such as `build/plugins/plugin`.
    List<Element> all(String path) {
        List<Element> found = List.of(project);
        for (String name : path.split("/", -1)) {
            found = found.stream().flatMap(e -> children(e, name).stream()).toList();
        }
        return found;
    }

    /// The artifact that an element names, as `group:artifact`; a plugin may leave out Maven's.
    String artifact(Element element) {
        String group = text(element, "groupId");
        return (group.isEmpty() ? "org.apache.maven.plugins" : group)
                + ":"
                + text(element, "artifactId");
    }

    /// The text of a child with its properties filled in, empty where there is none.
    String text(Element element, String child) {
        return children(element, child).stream().findFirst().map(this::text).orElse("");
    }

    /// The version that this POM manages for an artifact, or one that it imports; else empty.
    String managed(String artifact) throws IOException {
        List<Element> all = all("dependencyManagement/dependencies/dependency");
        for (Element managed : all) {
            if (artifact(managed).equals(artifact)) {
                return text(managed, "version");
            }
        }
        for (Element managed : all) {
            if (text(managed, "scope").equals("import")) {
                Optional<Pom> imported = find(artifact(managed), text(managed, "version"));
                String version = imported.isPresent() ? imported.get().managed(artifact) : "";
                if (!version.isEmpty()) {
                    return version;
                }
            }
        }
        return "";
    }

    /// The licences that this POM names, else the nearest parent that names any.
    List<String> licences() throws IOException {
        List<String> named = all("licenses/license").stream().map(l -> text(l, "name")).toList();
        for (Element parent : named.isEmpty() ? all("parent") : List.<Element>of()) {
            Optional<Pom> above = find(artifact(parent), text(parent, "version"));
            return above.isPresent() ? above.get().licences() : named;
        }
        return named;
    }

    private String text(Element element) {
        return PROPERTY.matcher(element.getTextContent().strip())
                .replaceAll(
                        p ->
                                all("properties/" + p.group(1)).stream()
                                        .findFirst()
                                        .map(e -> Matcher.quoteReplacement(text(e)))
                                        .orElse(Matcher.quoteReplacement(p.group())));
    }

    private static List<Element> children(Element element, String name) {
        List<Element> found = new ArrayList<>();
        for (Node n = element.getFirstChild(); n != null; n = n.getNextSibling()) {
            if (n instanceof Element child && child.getTagName().equals(name)) {
                found.add(child);
            }
        }
        return found;
    }
}
