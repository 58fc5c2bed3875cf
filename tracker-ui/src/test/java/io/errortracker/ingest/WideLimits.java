package io.errortracker.ingest;

import io.errortracker.ingest.IngestLimits.All;
import io.errortracker.ingest.IngestLimits.Pace;
import io.errortracker.ingest.IngestLimits.Share;

/** Rates that no test meets by accident; sizes as they are. */
public final class WideLimits {
    private WideLimits() {}

    public static IngestLimits get() {
        Pace pace = new Pace(1_000_000, 1_000_000);
        Share share = new Share(pace, pace, pace, pace);
        IngestLimits real = IngestLimits.DEFAULT;
        return new IngestLimits(
                real.maxPackedBytes(),
                real.maxBytes(),
                real.maxItems(),
                real.maxHeaderBytes(),
                real.maxReadMillis(),
                real.maxAtOnce(),
                share,
                share,
                new All(10_000_000, 10_000_000, Long.MAX_VALUE / 4),
                real.maxAddresses());
    }
}
