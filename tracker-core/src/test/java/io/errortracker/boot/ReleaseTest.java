package io.errortracker.boot;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ReleaseTest {
    private static final String MANIFEST = "/META-INF/MANIFEST.MF";
    private static final String GIT = "/WEB-INF/classes/git.properties";

    @Test
    void the_manifest_tells_before_git_does() {
        assertThat(release(Map.of(
                        MANIFEST, "Manifest-Version: 1.0\nImplementation-Version: 1.4.2\n",
                        GIT, "git.commit.id.abbrev=abc1234\n")))
                .contains("1.4.2");
    }

    @Test
    void without_a_version_in_the_manifest_git_tells() {
        assertThat(release(Map.of(MANIFEST, "Manifest-Version: 1.0\n", GIT, "git.commit.id.abbrev=abc1234\n")))
                .contains("abc1234");
    }

    @Test
    void without_either_or_with_garbage_there_is_no_release() {
        assertThat(release(Map.of())).isEmpty();
        assertThat(release(Map.of(MANIFEST, "garbage", GIT, "git.commit.id=\\uZZZZ")))
                .isEmpty();
    }

    @Test
    void classes_of_the_deployment_and_of_configured_packages_are_in_app() {
        InAppClasses inApp = new InAppClasses(Set.of("shop.orders"), List.of("shared.model"));

        assertThat(inApp.test("shop.orders.OrderService")).isTrue();
        assertThat(inApp.test("shop.orders.OrderService$1")).isTrue();
        assertThat(inApp.test("shop.ordersextra.Other")).isFalse();
        assertThat(inApp.test("shared.model.deep.Thing")).isTrue();
        assertThat(inApp.test("shared.modelling.Thing")).isFalse();
        assertThat(inApp.test("Unnamed")).isFalse();
        assertThat(inApp.test("shop.orders.Orders$Proxy$_$$_WeldSubclass")).isFalse();
        assertThat(inApp.test("shop.orders.Orders$$$view4")).isFalse();
        assertThat(inApp.test("shop.orders.Orders$$anonfun$1")).isTrue();
    }

    @Test
    void each_server_has_its_own_data_directory() {
        assertThat(DataDirectory.of(Map.of("jboss.server.data.dir", "/wf/data", "user.home", "/home/jo")::get))
                .isEqualTo(Path.of("/wf/data"));
        assertThat(DataDirectory.of(Map.of("com.sun.aas.instanceRoot", "/gf/domain1")::get))
                .isEqualTo(Path.of("/gf/domain1/data"));
        assertThat(DataDirectory.of(Map.of("user.home", "/home/jo")::get))
                .isEqualTo(Path.of("/home/jo/.error-tracker"));
    }

    private static Optional<String> release(Map<String, String> files) {
        return new Release(path -> Optional.ofNullable(files.get(path))
                        .map(text -> new ByteArrayInputStream(text.getBytes(StandardCharsets.ISO_8859_1)))
                        .orElse(null))
                .find();
    }
}
