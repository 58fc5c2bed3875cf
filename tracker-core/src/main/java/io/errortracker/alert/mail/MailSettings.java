package io.errortracker.alert.mail;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How mails are sent.
 *
 * @param server through which
 * @param from who they are from; null for what the server's session says
 * @param to who gets them
 * @since 0.1.0
 */
public record MailSettings(Server server, @Nullable String from, List<String> to) {
    public MailSettings {
        to = List.copyOf(to);
    }

    /** Through which server mails go. */
    public sealed interface Server {}

    /** The application server's mail session of this JNDI name. */
    public record Jndi(String name) implements Server {}

    /**
     * An SMTP server.
     *
     * @param user null when it asks for none
     * @param password null when it asks for none
     */
    public record Smtp(
            String host,
            int port,
            Encryption encryption,
            @Nullable String user,
            @Nullable String password) implements Server {}

    /** How the connection is encrypted. */
    public enum Encryption {
        /** Demanded after a plain beginning. */
        STARTTLS,
        /** From the beginning. */
        TLS,
        OFF
    }
}
