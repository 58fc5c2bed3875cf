/** What happened: an {@link io.errortracker.event.ErrorEvent} and its parts; values only. */
@NullMarked
package io.errortracker.event;

import org.jspecify.annotations.NullMarked;
