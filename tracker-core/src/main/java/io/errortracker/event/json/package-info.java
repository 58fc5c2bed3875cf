/** Sentry's event JSON to {@link io.errortracker.event.ErrorEvent} and back. */
@NullMarked
package io.errortracker.event.json;

import org.jspecify.annotations.NullMarked;
