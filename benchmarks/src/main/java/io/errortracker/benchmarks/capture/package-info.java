/** What capturing costs the thread that failed, beside Sentry's Java SDK. */
@NullMarked
package io.errortracker.benchmarks.capture;

import org.jspecify.annotations.NullMarked;
