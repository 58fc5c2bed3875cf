package io.errortracker.ui.page;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An address of ours: a path and the parameters that differ from what is meant without them. */
record Address(String path, Map<String, String> parameters) {

    static Address of(String path) {
        return new Address(path, Map.of());
    }

    /** One segment of a path. */
    static String segment(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    /** With a parameter more; without it when the value is null or empty. */
    Address with(String name, @Nullable String value) {
        Map<String, String> more = new LinkedHashMap<>(parameters);
        more.remove(name);
        if (value != null && !value.isEmpty()) {
            more.put(name, value);
        }
        return new Address(path, more);
    }

    @Override
    public String toString() {
        StringBuilder address = new StringBuilder(path);
        char glue = '?';
        for (Map.Entry<String, String> parameter : parameters.entrySet()) {
            address.append(glue).append(segment(parameter.getKey())).append('=').append(segment(parameter.getValue()));
            glue = '&';
        }
        return address.toString();
    }
}
