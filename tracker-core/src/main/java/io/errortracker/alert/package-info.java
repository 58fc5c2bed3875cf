/** What is worth a message, and the sending of it: rules, the one evaluator, throttle, digest, and a thread of its own. */
@NullMarked
package io.errortracker.alert;

import org.jspecify.annotations.NullMarked;
