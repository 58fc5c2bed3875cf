package io.errortracker.route;

import java.net.URI;
import org.apache.cxf.jaxrs.impl.UriInfoImpl;
import org.apache.cxf.jaxrs.model.OperationResourceInfo;
import org.apache.cxf.message.Message;
import org.apache.cxf.phase.PhaseInterceptorChain;
import org.jspecify.annotations.Nullable;

/**
 * The route of what CXF works on now. CXF does not look for features in libraries as other JAX-RS runtimes do, so none of ours is there
 * to note the route when a request comes in.
 *
 * @since 0.1.0
 */
public final class CxfRoute {
    private static final boolean PRESENT = isPresent();

    private CxfRoute() {}

    private static boolean isPresent() {
        try {
            Class.forName("org.apache.cxf.jaxrs.model.OperationResourceInfo", false, CxfRoute.class.getClassLoader());
            return true;
        } catch (ClassNotFoundException | LinkageError absent) {
            return false;
        }
    }

    /**
     * {@code GET /api/orders/{id}}; null when this thread works for no resource of CXF's.
     *
     * @param requestMethod of the request that is worked for
     * @param contextPath of the application
     */
    public static @Nullable String current(String requestMethod, String contextPath) {
        return PRESENT ? InCxf.current(requestMethod, contextPath) : null;
    }

    /** Loaded only where there is CXF. */
    private static final class InCxf {
        private InCxf() {}

        static @Nullable String current(String requestMethod, String contextPath) {
            Message message = PhaseInterceptorChain.getCurrentMessage();
            OperationResourceInfo operation =
                    message == null ? null : message.getExchange().get(OperationResourceInfo.class);
            if (message == null || operation == null) {
                return null;
            }
            Route route = Route.of(operation.getClassResourceInfo().getServiceClass(), operation.getMethodToInvoke());
            URI base = new UriInfoImpl(message.getExchange().getInMessage()).getBaseUri();
            String path = base.getPath();
            return route.name(
                    requestMethod, path.startsWith(contextPath) ? path.substring(contextPath.length()) : path);
        }
    }
}
