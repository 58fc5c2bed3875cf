/** Ports and values of alerts: what the writer tells them, what they keep, what waits to be sent. */
@NullMarked
package io.errortracker.store.alert;

import org.jspecify.annotations.NullMarked;
