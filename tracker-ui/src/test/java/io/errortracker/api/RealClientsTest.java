package io.errortracker.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.errortracker.client.NpmClient;
import io.errortracker.store.ArtifactFile;
import io.errortracker.store.ReleaseInfo;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Sentry's command-line programs as they are, with nothing set but URL, organisation, project and token. */
class RealClientsTest {
    private static final Path BUILT = Path.of("../tracker-core/src/test/resources/symbolicate/dist");

    @TempDir
    Path directory;

    private ApiHouse house;

    @BeforeEach
    void build() {
        NpmClient.copy(BUILT, directory.resolve("dist"));
    }

    @AfterEach
    void close() {
        house.close();
    }

    @Test
    void sentry_the_new_command_line_uploads_below_a_context_path() {
        house = new ApiHouse();
        NpmClient sentry = NpmClient.install("sentry", "sentry");
        Map<String, String> environment = environment("/shop/errors");

        sentry.run(directory, environment, "release", "create", "acme/1.4.2", "--project", "shop")
                .ok();
        sentry.run(directory, environment, "sourcemap", "inject", "./dist").ok();
        sentry.run(directory, environment, "sourcemap", "upload", "./dist", "--release", "1.4.2", "--url-prefix", "~/")
                .ok();
        sentry.run(directory, environment, "release", "finalize", "acme/1.4.2").ok();
        sentry.run(directory, environment, "release", "deploy", "acme/1.4.2", "production")
                .ok();
        sentry.run(directory, environment, "release", "list", "acme/shop").ok();

        hasTheFiles("1.4.2", true);
        ReleaseInfo release = house.kept.releases().release("1.4.2").orElseThrow();
        assertThat(release.released()).isNotNull();
        assertThat(release.lastDeploy())
                .extracting(ReleaseInfo.Deploy::environment)
                .isEqualTo("production");
    }

    @Test
    void sentry_cli_2_uploads_the_old_way_at_the_root() {
        house = ApiHouse.atTheRoot();
        NpmClient cli = NpmClient.install("cli-2", "sentry-cli");
        Map<String, String> environment = environment("");

        cli.run(directory, environment, "releases", "new", "1.4.2").ok();
        cli.run(
                        directory,
                        environment,
                        "releases",
                        "files",
                        "1.4.2",
                        "upload-sourcemaps",
                        "./dist",
                        "--url-prefix",
                        "~/")
                .ok();
        cli.run(directory, environment, "releases", "finalize", "1.4.2").ok();
        cli.run(directory, environment, "releases", "deploys", "1.4.2", "new", "-e", "production")
                .ok();
        cli.run(directory, environment, "releases", "list").ok();
        cli.run(directory, environment, "info").ok();

        hasTheFiles("1.4.2", false);
        assertThat(house.kept.releases().release("1.4.2").orElseThrow().released())
                .isNotNull();
    }

    @Test
    void sentry_cli_3_injects_and_uploads_at_the_root() {
        house = ApiHouse.atTheRoot();
        NpmClient cli = NpmClient.install("cli-3", "sentry-cli");
        Map<String, String> environment = environment("");

        cli.run(directory, environment, "releases", "new", "shop@1.4.2").ok();
        cli.run(directory, environment, "sourcemaps", "inject", "./dist").ok();
        cli.run(directory, environment, "sourcemaps", "upload", "./dist", "--release", "shop@1.4.2")
                .ok();
        cli.run(directory, environment, "sourcemaps", "upload", "./dist", "--release", "shop@1.4.2")
                .ok();
        cli.run(directory, environment, "releases", "finalize", "shop@1.4.2").ok();

        hasTheFiles("shop@1.4.2", true);
    }

    private void hasTheFiles(String release, boolean injected) {
        assertThat(house.kept.artifacts().files(release))
                .extracting(ArtifactFile::kind)
                .containsExactlyInAnyOrder(ArtifactFile.Kind.MINIFIED, ArtifactFile.Kind.SOURCE_MAP);
        assertThat(house.kept.artifacts().files(release)).allSatisfy(file -> {
            assertThat(file.url()).startsWith("~/assets/app.js");
            assertThat(file.debugId() != null).isEqualTo(injected);
        });
        assertThat(house.health.lastFailure()).isNull();
    }

    private Map<String, String> environment(String path) {
        Map<String, String> environment = new HashMap<>();
        environment.put("SENTRY_URL", "http://localhost:" + house.port() + path);
        environment.put("SENTRY_AUTH_TOKEN", ApiHouse.TOKEN);
        environment.put("SENTRY_ORG", "acme");
        environment.put("SENTRY_PROJECT", "shop");
        environment.put("SENTRY_CLI_NO_TELEMETRY", "1");
        environment.put("HOME", directory.toString());
        return environment;
    }
}
