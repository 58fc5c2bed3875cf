package io.errortracker.benchmarks.group;

import io.errortracker.event.ErrorEvent;
import io.errortracker.event.ExceptionInfo;
import io.errortracker.event.StackFrame;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** A failing request of an ordinary application on WildFly: 60 frames, proxies, interceptors and reflection among them. */
final class SampleTrace {
    private static final int FRAMES = 60;

    private static final String[] INNERMOST = {
        "java.util.Objects#requireNonNull",
        "com.acme.shop.base.Checks#notNull",
        "com.acme.shop.order.PriceList#lambda$price$3",
        "java.util.stream.ReferencePipeline$3$1#accept",
        "java.util.Spliterators$ArraySpliterator#forEachRemaining",
        "java.util.stream.AbstractPipeline#copyInto",
        "java.util.stream.AbstractPipeline#evaluate",
        "java.util.stream.ReferencePipeline#collect",
        "com.acme.shop.order.PriceList#price",
        "com.acme.shop.order.OrderService#place",
        "com.acme.shop.order.OrderService$Proxy$_$$_WeldSubclass#place$$super",
        "jdk.internal.reflect.DirectMethodHandleAccessor#invoke",
        "java.lang.reflect.Method#invoke",
        "org.jboss.weld.interceptor.proxy.TerminalAroundInvokeInvocationContext#proceedInternal",
        "org.jboss.weld.interceptor.proxy.AroundInvokeInvocationContext#proceed",
        "com.acme.shop.order.OrderService$Proxy$_$$_WeldSubclass#place",
        "com.acme.shop.order.OrderService$Proxy$_$$_WeldClientProxy#place",
        "com.acme.shop.web.OrderResource#place",
    };

    private static final String[] CONTAINER = {
        "org.jboss.resteasy.core.MethodInjectorImpl#invoke",
        "org.jboss.resteasy.core.ResourceMethodInvoker#invokeOnTarget",
        "org.jboss.resteasy.core.SynchronousDispatcher#lambda$invoke$4",
        "io.undertow.servlet.handlers.FilterHandler$FilterChainImpl#doFilter",
        "io.undertow.security.handlers.AuthenticationCallHandler#handleRequest",
        "io.undertow.server.handlers.PredicateHandler#handleRequest",
    };

    private SampleTrace() {}

    static Throwable throwable() {
        NullPointerException thrown = new NullPointerException("price of 4711");
        thrown.setStackTrace(elements().toArray(StackTraceElement[]::new));
        return thrown;
    }

    static ErrorEvent event() {
        Throwable thrown = throwable();
        List<StackFrame> frames = new ArrayList<>();
        for (StackTraceElement element : thrown.getStackTrace()) {
            boolean own = element.getClassName().startsWith("com.acme.");
            frames.add(StackFrame.java(
                    element.getClassName(),
                    element.getMethodName(),
                    element.getFileName(),
                    element.getLineNumber(),
                    own));
        }
        ExceptionInfo exception = ExceptionInfo.ofClass(thrown.getClass().getName(), thrown.getMessage(), null, frames);
        return ErrorEvent.builder("0".repeat(32), Instant.EPOCH)
                .exceptions(List.of(exception))
                .build();
    }

    private static List<StackTraceElement> elements() {
        List<StackTraceElement> elements = new ArrayList<>();
        for (int at = 0; at < FRAMES; at++) {
            String place = at < INNERMOST.length ? INNERMOST[at] : CONTAINER[at % CONTAINER.length];
            int hash = place.indexOf('#');
            elements.add(
                    new StackTraceElement(place.substring(0, hash), place.substring(hash + 1), "Source.java", at + 1));
        }
        return elements;
    }
}
