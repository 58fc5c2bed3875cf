package io.errortracker.ui.access;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServlet;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.apache.catalina.Context;
import org.apache.catalina.LifecycleException;
import org.apache.catalina.Wrapper;
import org.apache.catalina.connector.Connector;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.core.StandardContext;
import org.apache.catalina.startup.Tomcat;
import org.apache.catalina.valves.ValveBase;
import org.apache.tomcat.util.descriptor.web.LoginConfig;

/** A Tomcat on a free loopback port with one application at {@code /shop}, whose users sign in by HTTP basic authentication. */
public final class TestServer implements AutoCloseable {
    static final String PEER = "X-Test-Peer";
    static final String SECURE = "X-Test-Secure";

    private final Tomcat tomcat = new Tomcat();

    public TestServer(Map<String, HttpServlet> servlets) {
        this("/shop", servlets);
    }

    /** @param contextPath empty for the root */
    public TestServer(String contextPath, Map<String, HttpServlet> servlets) {
        try {
            Path base = Files.createTempDirectory("tracker-test");
            tomcat.setBaseDir(base.toString());
            tomcat.setSilent(true);
            tomcat.setConnector(connector());
            Context shop = tomcat.addContext(contextPath, base.toString());
            beQuietAtTheEnd((StandardContext) shop);
            servlets.forEach((path, servlet) -> add(shop, path, servlet));
            signInByBasicAuthentication(shop);
            tomcat.getEngine().getPipeline().addValve(new BelieveTheTest());
            tomcat.start();
        } catch (IOException | LifecycleException failure) {
            throw new IllegalStateException(failure);
        }
    }

    public int port() {
        return tomcat.getConnector().getLocalPort();
    }

    @Override
    public void close() {
        try {
            tomcat.stop();
            tomcat.destroy();
        } catch (LifecycleException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private static Connector connector() {
        Connector connector = new Connector();
        connector.setPort(0);
        connector.setProperty("address", "127.0.0.1");
        connector.setProperty("maxKeepAliveRequests", "1");
        connector.setAllowTrace(true);
        return connector;
    }

    /** No search for leaks, which only warns of a JVM without its options. */
    private static void beQuietAtTheEnd(StandardContext application) {
        application.setClearReferencesObjectStreamClassCaches(false);
        application.setClearReferencesThreadLocals(false);
        application.setClearReferencesRmiTargets(false);
    }

    private static void add(Context application, String path, HttpServlet servlet) {
        Wrapper wrapper = Tomcat.addServlet(application, path, servlet);
        wrapper.setLoadOnStartup(1);
        application.addServletMappingDecoded(path, path);
    }

    private void signInByBasicAuthentication(Context application) {
        application.setLoginConfig(new LoginConfig("BASIC", "shop", null, null));
        application.getPipeline().addValve(new org.apache.catalina.authenticator.BasicAuthenticator());
        user("alice", "admins");
        user("victor", "viewers");
        user("carol", "customers");
    }

    private void user(String name, String role) {
        tomcat.addUser(name, name);
        tomcat.addRole(name, role);
    }

    /** Lets a test say where a request comes from. */
    private static final class BelieveTheTest extends ValveBase {
        BelieveTheTest() {
            super(true);
        }

        @Override
        public void invoke(Request request, Response response) throws IOException, ServletException {
            String peer = request.getHeader(PEER);
            if (peer != null) {
                request.setRemoteAddr(peer);
            }
            if (request.getHeader(SECURE) != null) {
                request.setSecure(true);
                request.getCoyoteRequest().scheme().setString("https");
            }
            getNext().invoke(request, response);
        }
    }
}
