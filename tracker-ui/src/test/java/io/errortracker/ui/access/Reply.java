package io.errortracker.ui.access;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What a server answered. Header names are in lower case. */
public record Reply(int status, Map<String, List<String>> headers, String body) {

    public boolean isSuccess() {
        return status >= 200 && status < 300;
    }

    public Optional<String> header(String name) {
        return all(name).stream().findFirst();
    }

    public List<String> all(String name) {
        return headers.getOrDefault(name.toLowerCase(Locale.ROOT), List.of());
    }

    /** {@code name=value} of the cookie that was set last. */
    public String cookie() {
        List<String> set = all("set-cookie");
        return set.isEmpty() ? "" : set.get(set.size() - 1).split(";", 2)[0];
    }
}
