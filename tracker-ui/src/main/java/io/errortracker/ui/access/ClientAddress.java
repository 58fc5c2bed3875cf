package io.errortracker.ui.access;

import jakarta.servlet.http.HttpServletRequest;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.HexFormat;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Who sits at the other end of the connection, as the container says it: forwarding headers are the container's business, which knows
 * its proxies. We believe none.
 *
 * @since 0.1.0
 */
public final class ClientAddress {
    private static final int NETWORK_BYTES = 8;

    private ClientAddress() {}

    /** What is throttled together: an IPv4 address, or the /64 network of an IPv6 one. */
    public static String throttled(HttpServletRequest request) {
        return literal(request.getRemoteAddr())
                .map(address -> address instanceof Inet6Address
                        ? HexFormat.of().formatHex(address.getAddress(), 0, NETWORK_BYTES)
                        : address.getHostAddress())
                .orElse("unknown");
    }

    static boolean isLoopback(HttpServletRequest request) {
        return literal(request.getRemoteAddr())
                .map(InetAddress::isLoopbackAddress)
                .orElse(false);
    }

    /** An address only when it is written in digits: a name would be looked up. */
    private static Optional<InetAddress> literal(String address) {
        if (!isWrittenInDigits(address)) {
            return Optional.empty();
        }
        try {
            return Optional.of(InetAddress.getByName(withoutZone(address)));
        } catch (UnknownHostException notAnAddress) {
            return Optional.empty();
        }
    }

    private static boolean isWrittenInDigits(@Nullable String address) {
        if (address == null || address.isEmpty()) {
            return false;
        }
        return address.indexOf(':') >= 0 || address.chars().allMatch(c -> c == '.' || (c >= '0' && c <= '9'));
    }

    private static String withoutZone(String address) {
        int zone = address.indexOf('%');
        return zone < 0 ? address : address.substring(0, zone);
    }
}
