package io.errortracker.ui.access;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Whether a request comes from a browser on this very machine. A loopback peer alone says little: behind a proxy on the same machine
 * everybody is one. So no header may tell of a proxy, and the {@code Host} must be a name of this machine, which a page that had its own
 * name resolved to us cannot send.
 */
final class LocalBrowser {
    private static final Set<String> HOSTS = Set.of("localhost", "127.0.0.1", "[::1]");
    private static final Set<String> PROXY_HEADERS =
            Set.of("forwarded", "via", "x-real-ip", "x-client-ip", "true-client-ip", "cf-connecting-ip");

    private LocalBrowser() {}

    static boolean sent(HttpServletRequest request) {
        return ClientAddress.isLoopback(request) && !passedAProxy(request) && namesThisMachine(request);
    }

    private static boolean passedAProxy(HttpServletRequest request) {
        return Collections.list(request.getHeaderNames()).stream()
                .map(name -> name.toLowerCase(Locale.ROOT))
                .anyMatch(name -> name.startsWith("x-forwarded") || PROXY_HEADERS.contains(name));
    }

    private static boolean namesThisMachine(HttpServletRequest request) {
        List<String> hosts = Collections.list(request.getHeaders("Host"));
        return hosts.size() == 1 && HOSTS.contains(withoutPort(hosts.get(0)).toLowerCase(Locale.ROOT));
    }

    private static String withoutPort(@Nullable String host) {
        if (host == null) {
            return "";
        }
        int colon = host.lastIndexOf(':');
        boolean isPort =
                colon > host.lastIndexOf(']') && host.chars().skip(colon + 1).allMatch(c -> c >= '0' && c <= '9');
        return isPort ? host.substring(0, colon) : host;
    }
}
