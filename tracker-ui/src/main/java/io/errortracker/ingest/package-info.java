/** What browsers and other programs send with Sentry's SDKs: keys, origins, limits, envelopes, items; hands events to the pipeline. */
@NullMarked
package io.errortracker.ingest;

import org.jspecify.annotations.NullMarked;
