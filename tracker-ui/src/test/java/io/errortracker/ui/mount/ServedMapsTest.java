package io.errortracker.ui.mount;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.ServletContext;
import java.lang.reflect.Proxy;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Source maps that an application hands to everybody. */
class ServedMapsTest {

    @Test
    void maps_are_found_however_deep_they_lie_and_not_where_nobody_can_ask_for_them() {
        ServletContext shop = serving(
                "/index.html",
                "/app.js.map",
                "/assets/js/deep/main.js",
                "/assets/js/deep/main.js.map",
                "/WEB-INF/hidden.js.map",
                "/META-INF/hidden.js.map",
                "/roadmap");

        assertThat(ServedMaps.in(shop)).containsExactly("/app.js.map", "/assets/js/deep/main.js.map");
    }

    @Test
    void a_context_without_resources_serves_none() {
        assertThat(ServedMaps.in(serving())).isEmpty();
    }

    @Test
    void of_very_many_a_thousand_are_enough() {
        String[] many = new String[3_000];
        for (int i = 0; i < many.length; i++) {
            many[i] = "/d" + i / 100 + "/m" + i + ".map";
        }
        assertThat(ServedMaps.in(serving(many))).hasSizeBetween(1_000, 1_100);
    }

    /** As containers tell resources: one directory at a time, directories with a slash at their end. */
    private static ServletContext serving(String... files) {
        return (ServletContext) Proxy.newProxyInstance(
                ServedMapsTest.class.getClassLoader(),
                new Class<?>[] {ServletContext.class},
                (proxy, method, asked) -> {
                    if (!method.getName().equals("getResourcePaths")) {
                        throw new UnsupportedOperationException(method.getName());
                    }
                    return within(new TreeSet<>(List.of(files)), String.valueOf(asked[0]));
                });
    }

    private static @Nullable Set<String> within(Set<String> files, String directory) {
        Set<String> found = new LinkedHashSet<>();
        for (String file : files) {
            if (file.startsWith(directory)) {
                int slash = file.indexOf('/', directory.length());
                found.add(slash < 0 ? file : file.substring(0, slash + 1));
            }
        }
        return found.isEmpty() ? null : found;
    }
}
