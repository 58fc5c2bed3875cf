/** Alerts by webhook: signed JSON of our own or in the shape of a chat, posted to exactly the address that was checked. */
@NullMarked
package io.errortracker.alert.webhook;

import org.jspecify.annotations.NullMarked;
