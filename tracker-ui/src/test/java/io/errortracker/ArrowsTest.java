package io.errortracker;

import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.Predefined;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Holds the code to the plan of the house: which package may know which. */
class ArrowsTest {

    /** A line names only lines above it, so the plan cannot hold a circle. {@code face} is the root package. */
    private static final String PLAN = """
            event        ->
            event.json   -> event
            bytecode     -> event
            health       ->
            issue        -> event
            scope        -> event
            queue        ->
            capture      -> event health scope queue
            secret       ->
            group        -> event issue
            store        -> event issue health
            symbolicate  -> event health store
            store.alert  -> event issue
            store.jpa    -> event event.json health issue store store.alert
            alert        -> event health issue store store.alert
            alert.mail   -> alert health store.alert
            alert.webhook -> event alert health store.alert
            pipeline     -> event health issue queue store
            face         -> event scope capture
            noise        -> event health store
            regroup      -> event health issue group store
            scrub        -> event
            boot         -> event bytecode health issue scope queue capture group store symbolicate store.alert store.jpa alert alert.mail alert.webhook pipeline face noise regroup scrub
            cdi          -> event health scope capture face
            logging      -> event scope capture face cdi
            route        ->
            servlet      -> event health scope capture face boot cdi logging route
            jaxrs        -> event scope capture face cdi route servlet
            ui.access    -> secret health store
            ui.page      -> event health issue store store.alert alert symbolicate noise regroup ui.access
            ui.action    -> issue store store.alert alert noise regroup ui.access ui.page
            api          -> event health issue store symbolicate ui.access
            ingest       -> event event.json health store ui.access
            ui           -> event health issue store alert symbolicate noise regroup ui.access ui.action ui.page
            ui.mount     -> event event.json health store alert symbolicate noise regroup face boot servlet ui.access ui.page api ingest ui
            """;

    private static final Set<String> MAY_KNOW_JAKARTA = Set.of(
            "event.json",
            "store.jpa",
            "alert.mail",
            "cdi",
            "route",
            "servlet",
            "jaxrs",
            "websocket",
            "faces",
            "ui",
            "ui.access",
            "ui.mount",
            "api",
            "ingest");

    private static final JavaClasses CODE = new ClassFileImporter()
            .withImportOption(Predefined.DO_NOT_INCLUDE_TESTS)
            .withImportOption(location -> !location.contains("/io/errortracker/bundled/"))
            .importPackages("io.errortracker");

    @Test
    void the_plan_names_every_package_and_no_other() {
        assertThat(CODE.stream().map(type -> room(type.getPackageName())).collect(toSet()))
                .isEqualTo(plan().map(Line::room).collect(toSet()));
    }

    @Test
    void every_arrow_in_the_code_is_on_the_plan() {
        Map<String, Set<String>> plan = plan().collect(toMap(Line::room, Line::mayKnow));

        assertThat(arrowsInto("io\\.errortracker(?!\\.bundled)"))
                .filteredOn(arrow -> !plan.getOrDefault(arrow.from(), Set.of()).contains(arrow.to()))
                .isEmpty();
    }

    @Test
    void the_plan_has_no_circle() {
        Set<String> above = new HashSet<>();
        plan().forEach(line -> {
            assertThat(above).as(line.room()).containsAll(line.mayKnow());
            above.add(line.room());
        });
    }

    @Test
    void only_the_edges_know_jakarta() {
        assertThat(arrowsInto("jakarta"))
                .filteredOn(arrow -> !MAY_KNOW_JAKARTA.contains(arrow.from()))
                .isEmpty();
    }

    /** Its engine takes exponential time for some texts, and these rooms read what strangers wrote. */
    @Test
    void rooms_that_read_the_text_of_events_know_no_regular_expression_of_the_jdk() {
        Set<String> readers = Set.of("scrub", "noise", "group", "symbolicate", "ingest");
        Set<String> hidden = Set.of("matches", "replaceAll", "replaceFirst");

        assertThat(arrowsInto("java\\.util\\.regex"))
                .filteredOn(arrow -> readers.contains(arrow.from()))
                .isEmpty();
        assertThat(CODE.stream()
                        .filter(type -> readers.contains(room(type.getPackageName())))
                        .flatMap(type -> type.getMethodCallsFromSelf().stream())
                        .filter(call ->
                                call.getTargetOwner().isEquivalentTo(String.class) && hidden.contains(call.getName()))
                        .map(call -> call.getDescription()))
                .isEmpty();
    }

    private static Stream<Line> plan() {
        return PLAN.lines().map(Line::of);
    }

    private static List<Arrow> arrowsInto(String root) {
        return CODE.stream()
                .flatMap(type -> type.getDirectDependenciesFromSelf().stream())
                .filter(use -> use.getTargetClass().getPackageName().matches(root + "(\\..*)?"))
                .map(Arrow::of)
                .filter(arrow -> !arrow.from().equals(arrow.to()))
                .toList();
    }

    private static String room(String packageName) {
        return packageName.equals("io.errortracker") ? "face" : packageName.replaceFirst("^io\\.errortracker\\.", "");
    }

    private record Line(String room, Set<String> mayKnow) {
        static Line of(String text) {
            String[] half = text.split("->", 2);
            String known = half[1].strip();
            return new Line(half[0].strip(), known.isEmpty() ? Set.of() : Set.of(known.split(" +")));
        }
    }

    private record Arrow(String from, String to, String because) {
        static Arrow of(Dependency use) {
            return new Arrow(
                    room(use.getOriginClass().getPackageName()),
                    room(use.getTargetClass().getPackageName()),
                    use.getDescription());
        }
    }
}
