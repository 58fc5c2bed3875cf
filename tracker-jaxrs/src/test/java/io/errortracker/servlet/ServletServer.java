package io.errortracker.servlet;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.servlet.Filter;
import jakarta.servlet.Servlet;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.apache.catalina.Context;
import org.apache.catalina.Wrapper;
import org.apache.catalina.core.StandardHost;
import org.apache.catalina.startup.Tomcat;
import org.apache.tomcat.util.descriptor.web.ErrorPage;
import org.apache.tomcat.util.descriptor.web.FilterDef;
import org.apache.tomcat.util.descriptor.web.FilterMap;

/** The same application twice on a real servlet container: below /with the tracker, below /without it. */
public final class ServletServer implements AutoCloseable {
    private static final Set<String> FLEETING = Set.of("date", "keep-alive", "connection");

    private final Tomcat tomcat = new Tomcat();
    private final HttpClient client = HttpClient.newHttpClient();
    private final Context with;
    private final Context without;

    /** An answer, as far as it must be the same. */
    public record Answer(int status, Map<String, String> headers, String body) {}

    public ServletServer() throws IOException {
        Path base = Files.createTempDirectory("servlet-server");
        base.toFile().deleteOnExit();
        tomcat.setBaseDir(base.toString());
        tomcat.setPort(0);
        tomcat.getConnector().setProperty("address", "127.0.0.1");
        // the server's own error page shows stack traces, in which a filter is one frame more
        ((StandardHost) tomcat.getHost()).setErrorReportValveClass("");
        with = tomcat.addContext("/with", base.toString());
        without = tomcat.addContext("/without", base.toString());
        with.addServletContainerInitializer(
                (classes, application) -> TrackerInitializer.addFilter(application, false), Set.of());
    }

    public ServletServer servlet(String path, Servlet servlet) {
        return servlet(path, () -> servlet);
    }

    /** Each of the two applications gets a servlet of its own. */
    public ServletServer servlet(String path, Supplier<Servlet> servlets) {
        for (Context context : new Context[] {with, without}) {
            Wrapper wrapper = Tomcat.addServlet(context, path, servlets.get());
            wrapper.setAsyncSupported(true);
            context.addServletMappingDecoded(path, path);
        }
        return this;
    }

    public ServletServer filter(String path, Filter filter) {
        for (Context context : new Context[] {with, without}) {
            FilterDef definition = new FilterDef();
            definition.setFilterName(path);
            definition.setFilter(filter);
            definition.setAsyncSupported("true");
            context.addFilterDef(definition);
            FilterMap mapping = new FilterMap();
            mapping.setFilterName(path);
            mapping.addURLPattern(path);
            context.addFilterMap(mapping);
        }
        return this;
    }

    public ServletServer errorPage(int status, String location) {
        for (Context context : new Context[] {with, without}) {
            ErrorPage page = new ErrorPage();
            page.setErrorCode(status);
            page.setLocation(location);
            context.addErrorPage(page);
        }
        return this;
    }

    public ServletServer start() throws Exception {
        tomcat.start();
        return this;
    }

    public Answer askWith(String path, String... headers) throws Exception {
        return ask("/with" + path, headers);
    }

    public Answer askWithout(String path, String... headers) throws Exception {
        return ask("/without" + path, headers);
    }

    private Answer ask(String path, String... headers) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(
                URI.create("http://127.0.0.1:" + tomcat.getConnector().getLocalPort() + path));
        if (headers.length > 0) {
            request.headers(headers);
        }
        HttpResponse<byte[]> response = client.send(request.build(), BodyHandlers.ofByteArray());
        Map<String, String> lasting = new TreeMap<>();
        response.headers().map().forEach((name, values) -> {
            if (!FLEETING.contains(name)) {
                lasting.put(name, values.toString());
            }
        });
        return new Answer(
                response.statusCode(), lasting, new String(response.body(), UTF_8).replace("/without", "/with"));
    }

    @Override
    public void close() throws Exception {
        tomcat.stop();
        tomcat.destroy();
    }
}
