package com.example.endtoend;

import java.io.File;
import java.util.Arrays;
import java.util.List;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.importer.ZipImporter;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/** The applications under test. */
final class Wars {

    private static final StringAsset BEANS = new StringAsset(
            "<beans xmlns=\"https://jakarta.ee/xml/ns/jakartaee\" version=\"4.0\" bean-discovery-mode=\"annotated\"/>");

    private static final StringAsset PERSISTENCE = new StringAsset("""
            <persistence xmlns="https://jakarta.ee/xml/ns/persistence" version="3.0">
              <persistence-unit name="host" transaction-type="JTA">
                <jta-data-source>java:comp/DefaultDataSource</jta-data-source>
                <properties>
                  <property name="jakarta.persistence.schema-generation.database.action" value="drop-and-create"/>
                </properties>
              </persistence-unit>
            </persistence>
            """);

    /** What Hibernate and H2 are when a host brings them. */
    private static final List<String> OWN_LIBRARIES = List.of(
            "hibernate-core-",
            "hibernate-commons-annotations-",
            "jboss-logging-",
            "jandex-",
            "classmate-",
            "byte-buddy-",
            "antlr4-runtime-",
            "h2-");

    /** The shop as the build made it; an application of another name has a store of its own. */
    static WebArchive shop(String name) {
        return ShrinkWrap.create(ZipImporter.class, name)
                .importFrom(new File(System.getProperty("shop.war")))
                .as(WebArchive.class);
    }

    /** The probe, without the tracker. */
    static WebArchive probe(String name, Class<?> restApplication) {
        return ShrinkWrap.create(WebArchive.class, name)
                .addPackage("com.example.probe.rest")
                .addPackage("com.example.probe.web")
                .deleteClass("com.example.probe.rest.ScanningApplication")
                .deleteClass("com.example.probe.rest.ListingApplication")
                .addClass(restApplication)
                .addAsWebInfResource("probe-web.xml", "web.xml")
                .addAsWebInfResource(BEANS, "beans.xml")
                .addAsWebResource(new StringAsset("a static file\n"), "static.txt");
    }

    /** One fault and many ways to run into it. */
    static WebArchive faults(String name) {
        return ShrinkWrap.create(WebArchive.class, name)
                .addPackage("com.example.probe.fault")
                .addAsWebInfResource(BEANS, "beans.xml");
    }

    /** A host with its own persistence unit, on the server's provider and the server's data source. */
    static WebArchive hostUnit(String name) {
        return ShrinkWrap.create(WebArchive.class, name)
                .addPackage("com.example.probe.hostunit")
                .addAsResource(PERSISTENCE, "META-INF/persistence.xml")
                .addAsWebInfResource(BEANS, "beans.xml");
    }

    /** A host that brings another Hibernate and another H2 than the server and the tracker. */
    static WebArchive ownLibraries(String name) {
        var jars = Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .map(File::new)
                .filter(jar -> OWN_LIBRARIES.stream().anyMatch(jar.getName()::startsWith))
                .toArray(File[]::new);
        return ShrinkWrap.create(WebArchive.class, name)
                .addPackage("com.example.probe.ownlibs")
                .addAsLibraries(jars);
    }

    /** Adds what the one dependency brings into a WAR, and nothing else. */
    static WebArchive tracked(WebArchive war) {
        return war.addAsLibraries(trackerLibraries());
    }

    /** Configures the tracker as a file of the application. */
    static WebArchive configured(WebArchive war, String... lines) {
        return war.addAsResource(new StringAsset(String.join("\n", lines)), "META-INF/microprofile-config.properties");
    }

    /** The jars that the one dependency brings. */
    static File[] trackerLibraries() {
        var jars =
                new File(System.getProperty("tracker.libraries")).listFiles((directory, name) -> name.endsWith(".jar"));
        if (jars == null || jars.length == 0) {
            throw new IllegalStateException("The tracker's jars are missing from the shop's WEB-INF/lib");
        }
        Arrays.sort(jars);
        return jars;
    }

    private Wars() {}
}
