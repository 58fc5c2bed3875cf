package io.errortracker.issue;

import io.errortracker.event.ErrorEvent;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An event and the issue it belongs to, as grouping says.
 *
 * @param event the event, scrubbed
 * @param fingerprint which issue
 * @param earlier its fingerprints under earlier versions of the algorithm, newest first: an issue that one of them leads to is not
 *     announced as new; empty while there is one version
 * @param type what kind of failure heads the issue: {@code PaymentDeclined}; {@code Message} for one without an exception
 * @param value the rest of the headline: the exception's message or the message itself, one line, at most 500 characters; may be empty
 * @param culprit the first frame of the application's own code that is not a guard: {@code PaymentResource.pay}; null when unknown
 * @since 0.1.0
 */
public record GroupedEvent(
        ErrorEvent event,
        Fingerprint fingerprint,
        List<Fingerprint> earlier,
        String type,
        String value,
        @Nullable String culprit) {
    public GroupedEvent {
        earlier = List.copyOf(earlier);
    }

    /** An event with one fingerprint. */
    public GroupedEvent(
            ErrorEvent event, Fingerprint fingerprint, String type, String value, @Nullable String culprit) {
        this(event, fingerprint, List.of(), type, value, culprit);
    }

    /** As this says, but of another event: one that this was made of. */
    public GroupedEvent with(ErrorEvent other) {
        return new GroupedEvent(other, fingerprint, earlier, type, value, culprit);
    }

    /** All its fingerprints, newest first. */
    public List<Fingerprint> fingerprints() {
        List<Fingerprint> all = new ArrayList<>(earlier.size() + 1);
        all.add(fingerprint);
        all.addAll(earlier);
        return all;
    }
}
