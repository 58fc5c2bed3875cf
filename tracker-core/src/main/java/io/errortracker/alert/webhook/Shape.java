package io.errortracker.alert.webhook;

import io.errortracker.alert.Message;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/**
 * Whose JSON a webhook gets.
 *
 * @since 0.1.0
 */
public enum Shape {
    GENERIC(message -> new GenericShape(message).json()),
    SLACK(message -> new SlackShape(message).json()),
    TEAMS(message -> new TeamsShape(message).json()),
    DISCORD(message -> new DiscordShape(message).json());

    private final transient Function<Message, String> writer;

    Shape(Function<Message, String> writer) {
        this.writer = writer;
    }

    String json(Message message) {
        return writer.apply(message);
    }

    /** The shape that a rule's action names: {@code slack}; {@code webhook} is our own. */
    static Optional<Shape> ofAction(String name) {
        if (name.equals("webhook")) {
            return Optional.of(GENERIC);
        }
        for (Shape shape : values()) {
            if (shape != GENERIC && shape.name().toLowerCase(Locale.ROOT).equals(name)) {
                return Optional.of(shape);
            }
        }
        return Optional.empty();
    }
}
