package io.errortracker.capture;

import io.errortracker.bundled.caffeine.cache.Cache;
import io.errortracker.bundled.caffeine.cache.Caffeine;
import io.errortracker.bundled.uaparser.Client;
import io.errortracker.bundled.uaparser.Parser;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Browser, operating system and device of a user agent. Expensive: for one thread at a time, and never one of the host's.
 *
 * @since 0.1.0
 */
public final class UserAgents {
    private static final int MAX_LENGTH = 512;
    private static final String UNKNOWN = "Other";

    private final Cache<String, Map<String, Map<String, Object>>> known =
            Caffeine.newBuilder().maximumSize(1_000).executor(Runnable::run).build();
    private @Nullable Parser parser;

    /** Contexts {@code browser}, {@code client_os} and {@code device}, as far as they are known. */
    public Map<String, Map<String, Object>> contexts(String userAgent) {
        String key = userAgent.length() > MAX_LENGTH ? userAgent.substring(0, MAX_LENGTH) : userAgent;
        return known.get(key, this::parse);
    }

    private Map<String, Map<String, Object>> parse(String userAgent) {
        if (parser == null) {
            parser = new Parser();
        }
        Client client = parser.parse(userAgent);
        Map<String, Map<String, Object>> contexts = new LinkedHashMap<>();
        put(
                contexts,
                "browser",
                client.userAgent.family,
                version(client.userAgent.major, client.userAgent.minor, client.userAgent.patch));
        put(contexts, "client_os", client.os.family, version(client.os.major, client.os.minor, client.os.patch));
        put(contexts, "device", client.device.family, null);
        return contexts;
    }

    private static void put(
            Map<String, Map<String, Object>> contexts, String name, @Nullable String family, @Nullable String version) {
        if (family == null || family.equals(UNKNOWN)) {
            return;
        }
        contexts.put(name, version == null ? Map.of("name", family) : Map.of("name", family, "version", version));
    }

    private static @Nullable String version(@Nullable String major, @Nullable String minor, @Nullable String patch) {
        if (major == null) {
            return null;
        }
        StringBuilder version = new StringBuilder(major);
        if (minor != null) {
            version.append('.').append(Objects.requireNonNull(minor));
            if (patch != null) {
                version.append('.').append(patch);
            }
        }
        return version.toString();
    }
}
