/** Throwable and scope to event: values are copied on the failing thread, everything else is done on the worker's. */
@NullMarked
package io.errortracker.capture;

import org.jspecify.annotations.NullMarked;
