package io.errortracker.boot;

import io.errortracker.BeforeSend;
import io.errortracker.event.ErrorEvent;
import io.errortracker.pipeline.Stages;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The application's {@code BeforeSend} beans, one after the other. They are looked up with the first event, when the application is up. */
final class Hooks implements Stages.Hook {
    private volatile Supplier<List<BeforeSend>> source = List::of;
    private volatile @Nullable List<BeforeSend> found = List.of();

    void use(Supplier<List<BeforeSend>> newSource) {
        source = newSource;
        found = null;
    }

    /** Whether there may be any: until they are looked up, there may. */
    boolean any() {
        List<BeforeSend> known = found;
        return known == null || !known.isEmpty();
    }

    @Override
    public @Nullable ErrorEvent apply(ErrorEvent event, @Nullable Throwable original) {
        ErrorEvent kept = event;
        BeforeSend.Hint hint = new BeforeSend.Hint(original);
        for (BeforeSend hook : all()) {
            kept = hook.beforeSend(kept, hint);
            if (kept == null) {
                return null;
            }
        }
        return kept;
    }

    private List<BeforeSend> all() {
        List<BeforeSend> known = found;
        if (known == null) {
            known = List.copyOf(source.get());
            found = known;
        }
        return known;
    }
}
