package io.errortracker.ui.mount;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.apache.catalina.connector.Connector;
import org.apache.catalina.core.StandardContext;
import org.apache.catalina.startup.Tomcat;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The pages and the ingest as a container finds, starts and stops them. */
class MountingTest {
    private final Tomcat tomcat = new Tomcat();
    private final Connector connector = new Connector();
    private final Map<String, String> settings = new LinkedHashMap<>();

    @TempDir
    Path directory;

    @AfterEach
    void stop() throws Exception {
        tomcat.stop();
        tomcat.destroy();
        settings.keySet().forEach(System::clearProperty);
    }

    private StandardContext start(String contextPath, String... more) throws Exception {
        settings.put("tracker.store.directory", directory.toString());
        for (int i = 0; i < more.length; i += 2) {
            settings.put(more[i], more[i + 1]);
        }
        settings.forEach(System::setProperty);
        connector.setPort(0);
        connector.setProperty("address", "127.0.0.1");
        tomcat.setBaseDir(directory.toString());
        tomcat.setConnector(connector);
        StandardContext context = (StandardContext) tomcat.addContext(contextPath, directory.toString());
        context.setClearReferencesObjectStreamClassCaches(false);
        context.setClearReferencesRmiTargets(false);
        context.setClearReferencesThreadLocals(false);
        context.addServletContainerInitializer(new PagesInitializer(), Set.of());
        tomcat.start();
        return context;
    }

    private int status(String path) throws Exception {
        return get(path).statusCode();
    }

    private HttpResponse<String> get(String path) throws Exception {
        URI address = URI.create("http://127.0.0.1:" + connector.getLocalPort() + path);
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(address)
                                .header("Authorization", "Bearer secret")
                                .build(),
                        BodyHandlers.ofString());
    }

    @Test
    void pages_api_and_ingest_open_with_the_application_and_close_with_it() throws Exception {
        StandardContext context =
                start("/shop", "tracker.ingest.enabled", "true", "tracker.api.tokens", "secret", "tracker.dev", "true");

        assertThat(get("/shop/errors").body()).contains("Issues", "healthy");
        assertThat(status("/shop/errors/api/0/")).isEqualTo(200);
        assertThat(status("/api/0/")).isEqualTo(404);
        assertThat(get("/shop/errors-ingest/browser.js").body()).contains("ERROR_TRACKER");
        assertThat(get("/shop/errors/settings").body()).contains("DSN", "integrity=");

        context.stop();
        assertThat(status("/shop/errors")).isEqualTo(404);
        assertThat(Thread.getAllStackTraces().keySet())
                .noneMatch(thread -> thread.getName().equals("error-tracker-ingest-shop"));
    }

    @Test
    void at_the_root_of_its_server_the_api_is_where_sentrys_command_line_looks_for_it() throws Exception {
        start("", "tracker.api.tokens", "secret");

        assertThat(status("/api/0/")).isEqualTo(200);
        assertThat(status("/errors-ingest/browser.js")).as("the ingest is off").isEqualTo(404);
    }
}
