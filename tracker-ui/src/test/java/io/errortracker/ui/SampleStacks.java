package io.errortracker.ui;

import io.errortracker.event.StackFrame;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Stack traces as a Jakarta EE server makes them. */
final class SampleStacks {
    private static final List<StackFrame> EJB = List.of(
            java("org.jboss.as.ee.component.ManagedReferenceMethodInterceptor", "processInvocation", 51),
            java("org.jboss.invocation.InterceptorContext", "proceed", 422),
            java("org.jboss.as.ejb3.tx.CMTTxInterceptor", "invokeInOurTx", 232),
            java("org.jboss.as.ejb3.tx.CMTTxInterceptor", "required", 362),
            java("org.jboss.as.weld.ejb.Jsr299BindingsInterceptor", "processInvocation", 105),
            java("org.jboss.as.ee.component.ViewService$View", "invoke", 198));
    private static final List<StackFrame> CDI = List.of(
            java("org.jboss.weld.interceptor.proxy.TerminalAroundInvokeInvocationContext", "proceedInternal", 51),
            java("org.jboss.weld.interceptor.proxy.AroundInvokeInvocationContext", "proceed", 78),
            java("org.jboss.weld.bean.proxy.CombinedInterceptorAndDecoratorStackMethodHandler", "invoke", 61));
    private static final List<StackFrame> REST = List.of(
            java("jdk.internal.reflect.DirectMethodHandleAccessor", "invoke", 103),
            java("java.lang.reflect.Method", "invoke", 580),
            java("org.jboss.resteasy.core.MethodInjectorImpl", "invoke", 154),
            java("org.jboss.resteasy.core.ResourceMethodInvoker", "internalInvokeOnTarget", 660),
            java("org.jboss.resteasy.core.ResourceMethodInvoker", "invokeOnTargetAfterFilter", 524),
            java("org.jboss.resteasy.core.SynchronousDispatcher", "invoke", 488),
            java("org.jboss.resteasy.plugins.server.servlet.HttpServletDispatcher", "service", 55),
            java("jakarta.servlet.http.HttpServlet", "service", 614),
            java("io.undertow.servlet.handlers.ServletHandler", "handleRequest", 74),
            java("io.undertow.servlet.handlers.security.ServletSecurityRoleHandler", "handleRequest", 63),
            java("io.undertow.server.Connectors", "executeRootHandler", 393),
            java("org.jboss.threads.EnhancedQueueExecutor$ThreadBody", "run", 1512),
            java("java.lang.Thread", "run", 1583));
    private static final List<StackFrame> NET = List.of(
            java("sun.nio.ch.NioSocketImpl", "timedRead", 278),
            java("sun.nio.ch.NioSocketImpl", "implRead", 304),
            java("sun.security.ssl.SSLSocketInputRecord", "read", 488),
            java("org.apache.http.impl.io.SessionInputBufferImpl", "streamRead", 137),
            java("org.jboss.resteasy.client.jaxrs.engines.ApacheHttpClient43Engine", "invoke", 283));

    private SampleStacks() {}

    static StackFrame app(String type, String method, int line, Map<String, Object> arguments) {
        String simple = type.substring(type.lastIndexOf('.') + 1);
        return StackFrame.java("com.acme.shop." + type, method, simple + ".java", line, true)
                .withVariables(arguments);
    }

    /** A resource that calls an EJB, on WildFly. */
    static List<StackFrame> request(StackFrame thrower, StackFrame service, StackFrame resource) {
        List<StackFrame> frames = new ArrayList<>();
        frames.add(thrower);
        frames.add(service);
        frames.addAll(EJB);
        frames.addAll(CDI);
        frames.add(resource);
        frames.addAll(REST);
        return frames;
    }

    static List<StackFrame> resource(StackFrame resource) {
        List<StackFrame> frames = new ArrayList<>();
        frames.add(resource);
        frames.addAll(CDI);
        frames.addAll(REST);
        return frames;
    }

    /** What a client of another service met below the last of {@code callers}. */
    static List<StackFrame> network(StackFrame client, List<StackFrame> callers) {
        List<StackFrame> frames = new ArrayList<>(NET);
        frames.add(client);
        frames.addAll(callers);
        return frames;
    }

    private static StackFrame java(String type, String method, int line) {
        String simple = type.substring(type.lastIndexOf('.') + 1);
        int dollar = simple.indexOf('$');
        String file = (dollar < 0 ? simple : simple.substring(0, dollar)) + ".java";
        return StackFrame.java(type, method, file, line, false);
    }
}
