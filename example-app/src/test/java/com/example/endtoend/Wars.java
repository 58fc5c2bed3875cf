package com.example.endtoend;

import java.io.File;
import java.util.Arrays;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/** The applications under test. */
final class Wars {

    /** The shop as the build made it. */
    static WebArchive shop() {
        return ShrinkWrap.createFromZipFile(WebArchive.class, new File(System.getProperty("shop.war")));
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
                .addAsWebInfResource(
                        new StringAsset("<beans xmlns=\"https://jakarta.ee/xml/ns/jakartaee\" version=\"4.0\""
                                + " bean-discovery-mode=\"annotated\"/>"),
                        "beans.xml")
                .addAsWebResource(new StringAsset("a static file\n"), "static.txt");
    }

    /** Adds what the one dependency brings into a WAR, and nothing else. */
    static WebArchive tracked(WebArchive war) {
        return war.addAsLibraries(trackerLibraries());
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
