package vigie.edition;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/// The rules of the house, each with its reason.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ArchitectureTest {
    private JavaClasses vigie = new ClassFileImporter().importClasses();

    @BeforeAll
    void import_everything_of_ours_that_the_edition_contains() {
        vigie =
                new ClassFileImporter()
                        .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                        .importPackages("vigie");
    }

    @Test
    void rooms_depend_downward_only() {
        layeredArchitecture()
                .consideringOnlyDependenciesInLayers()
                .layer("model")
                .definedBy("vigie.model..")
                .layer("evidence")
                .definedBy("vigie.evidence..")
                .layer("readers")
                .definedBy("vigie.readers..")
                .layer("text")
                .definedBy("vigie.text..")
                .layer("media")
                .definedBy("vigie.media..")
                .layer("people")
                .definedBy("vigie.people..")
                .layer("casework")
                .definedBy("vigie.casework..")
                .layer("store")
                .definedBy("vigie.store..")
                .layer("web")
                .definedBy("vigie.web..")
                .layer("sample")
                .definedBy("vigie.sample..")
                .layer("cli")
                .definedBy("vigie.cli..")
                .whereLayer("cli")
                .mayNotBeAccessedByAnyLayer()
                .whereLayer("web")
                .mayOnlyBeAccessedByLayers("cli")
                .whereLayer("sample")
                .mayOnlyBeAccessedByLayers("cli")
                .whereLayer("store")
                .mayOnlyBeAccessedByLayers("cli")
                .whereLayer("casework")
                .mayOnlyBeAccessedByLayers("store", "web", "cli")
                .whereLayer("media")
                .mayOnlyBeAccessedByLayers("casework", "store", "web", "cli")
                .whereLayer("people")
                .mayOnlyBeAccessedByLayers("casework", "store", "cli")
                .whereLayer("readers")
                .mayOnlyBeAccessedByLayers("casework", "cli")
                .whereLayer("text")
                .mayOnlyBeAccessedByLayers("casework", "store", "web", "cli")
                .whereLayer("evidence")
                .mayOnlyBeAccessedByLayers(
                        "readers", "text", "media", "casework", "store", "web", "cli")
                .because("a room that knows only what is below it can be read and proved alone")
                .check(vigie);
    }

    @Test
    void what_an_edition_adds_is_known_to_nobody_else() {
        String[] added = {
            "vigie.media..",
            "vigie.people..",
            "vigie.cli.lab..",
            "vigie.casework.media..",
            "vigie.store.media..",
            "vigie.web.media..",
            "vigie.cli.media.."
        };
        check(
                noClasses()
                        .that()
                        .resideOutsideOfPackages(added)
                        .should()
                        .dependOnClassesThat(resideInAnyPackage(added)),
                "an edition without it must be complete: that code is not in its artifact");
    }

    @Test
    void packages_have_no_cycles() {
        check(
                slices().matching("vigie.(*).(*)..").should().beFreeOfCycles(),
                "packages that need each other are one package with two names");
    }

    @Test
    void the_model_computes_nothing_from_outside() {
        check(
                noClasses()
                        .that()
                        .resideInAPackage("vigie.model..")
                        .should()
                        .dependOnClassesThat(
                                resideInAnyPackage(
                                        "java.io..", "java.nio..", "java.net..", "java.sql..")),
                "what exists is a value; reading and writing it is another room's work");
    }

    @Test
    void nothing_reaches_the_network() {
        check(
                noClasses()
                        .should()
                        .dependOnClassesThat(
                                nameMatching(
                                        "java\\.net\\.(Socket|DatagramSocket|MulticastSocket"
                                                + "|HttpURLConnection|http\\..*)"
                                                + "|java\\.nio\\.channels\\.(Server)?SocketChannel"
                                                + "|java\\.nio\\.channels\\.DatagramChannel")),
                "Vigie collects nothing and connects to nothing");
    }

    @Test
    void nothing_listens() {
        check(
                noClasses()
                        .that()
                        .resideOutsideOfPackage("vigie.store.postgres..")
                        .should()
                        .dependOnClassesThat(nameMatching("java\\.net\\.ServerSocket")),
                "only the embedded database listens, on loopback, on a port that is looked for there");
    }

    @Test
    void only_the_store_speaks_sql() {
        check(
                noClasses()
                        .that()
                        .resideOutsideOfPackages("vigie.store..", "vigie.media.sets.nsrl..")
                        .should()
                        .dependOnClassesThat(
                                resideInAnyPackage(
                                        "java.sql..",
                                        "javax.sql..",
                                        "org.postgresql..",
                                        "org.springframework.jdbc..",
                                        "org.flywaydb..",
                                        "org.apache.lucene..")),
                "rows are reached through the interfaces that casework owns, where permission is checked;"
                        + " one kind of hash set comes as an SQLite file");
    }

    @Test
    void only_the_command_line_prints() {
        check(
                noClasses()
                        .that()
                        .resideOutsideOfPackage("vigie.cli..")
                        .should()
                        .accessField(System.class, "out")
                        .orShould()
                        .accessField(System.class, "err"),
                "standard output is an interface with a schema, and evidence must not leak into it");
    }

    @Test
    void only_the_command_line_ends_the_process() {
        check(
                noClasses()
                        .that()
                        .resideOutsideOfPackage("vigie.cli..")
                        .should()
                        .callMethod(System.class, "exit", int.class),
                "an exit in the middle of a unit of work loses it");
    }

    @Test
    void the_command_line_does_not_boot_the_web() {
        check(
                noClasses()
                        .that()
                        .resideInAPackage("vigie.cli..")
                        .should()
                        .dependOnClassesThat(
                                resideInAnyPackage(
                                        "org.springframework.boot..",
                                        "org.springframework.web..",
                                        "org.springframework.context..",
                                        "jakarta.servlet..")),
                "a verb must start in a blink");
    }

    @Test
    void hidden_rooms_stay_hidden() {
        check(
                noClasses()
                        .that()
                        .resideOutsideOfPackage("vigie.readers..")
                        .should()
                        .dependOnClassesThat(resideInAnyPackage("vigie.readers.telegram..")),
                "a format is reached through Reader, so that adding one touches nobody");
    }

    @Test
    void nobody_serialises_java_objects() {
        check(
                noClasses()
                        .should()
                        .dependOnClassesThat(nameMatching("java\\.io\\.Object(In|Out)putStream")),
                "Java serialisation turns hostile bytes into code");
    }

    @Test
    void pictures_are_decoded_where_the_worker_is_confined() {
        check(
                noClasses()
                        .that()
                        .resideOutsideOfPackages(
                                "vigie.sample..",
                                "vigie.media.pixel..",
                                "vigie.media.video..",
                                "vigie.media.worker..")
                        .should()
                        .dependOnClassesThat(
                                resideInAnyPackage(
                                        "javax.imageio..", "java.awt..", "javax.sound..")),
                "no picture or sound is shown unasked, and hostile bytes are decoded in a process"
                        + " of their own; the sample draws");
    }

    @Test
    void every_top_level_class_is_null_marked() {
        check(
                classes()
                        .that()
                        .areTopLevelClasses()
                        .should(
                                new com.tngtech.archunit.lang.ArchCondition<>(
                                        "stand in a package marked @NullMarked") {
                                    @Override
                                    public void check(
                                            com.tngtech.archunit.core.domain.JavaClass type,
                                            com.tngtech.archunit.lang.ConditionEvents events) {
                                        boolean marked =
                                                type.getPackage()
                                                        .tryGetAnnotationOfType(
                                                                org.jspecify.annotations.NullMarked
                                                                        .class)
                                                        .isPresent();
                                        if (!marked) {
                                            events.add(
                                                    com.tngtech.archunit.lang.SimpleConditionEvent
                                                            .violated(
                                                                    type,
                                                                    type.getName()
                                                                            + " is not null-marked"));
                                        }
                                    }
                                }),
                "absence is declared where it is meant and nowhere else");
    }

    private void check(ArchRule rule, String because) {
        rule.because(because).allowEmptyShould(true).check(vigie);
    }
}
