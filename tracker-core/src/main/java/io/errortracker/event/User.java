package io.errortracker.event;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Whom the error happened to.
 *
 * @param id the application's own identifier; null when unknown
 * @param username the login name; null when unknown
 * @param email null when unknown
 * @param ipAddress null unless the application sends personal data ({@code tracker.send-default-pii})
 * @param data anything else about the user, as JSON-like values; never null
 * @since 0.1.0
 */
public record User(
        @Nullable String id,
        @Nullable String username,
        @Nullable String email,
        @Nullable String ipAddress,
        Map<String, Object> data) {

    public User {
        data = Values.copyOf(data);
    }

    public static User withId(String id) {
        return new User(id, null, null, null, Map.of());
    }

    public static User withUsername(String username) {
        return new User(null, username, null, null, Map.of());
    }

    public User username(String newUsername) {
        return new User(id, newUsername, email, ipAddress, data);
    }

    public User email(String newEmail) {
        return new User(id, username, newEmail, ipAddress, data);
    }

    public User ipAddress(@Nullable String newIpAddress) {
        return new User(id, username, email, newIpAddress, data);
    }

    public User data(String key, Object value) {
        return new User(id, username, email, ipAddress, Values.plus(data, key, value));
    }

    /** What tells this user from others: the first known of id, username, e-mail, address; null for an empty user. */
    public @Nullable String identity() {
        if (id != null) {
            return "id:" + id;
        }
        if (username != null) {
            return "username:" + username;
        }
        if (email != null) {
            return "email:" + email;
        }
        return ipAddress == null ? null : "ip:" + ipAddress;
    }
}
