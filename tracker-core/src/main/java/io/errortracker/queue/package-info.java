/** The bounded hand-over from the threads that fail to the one worker; never blocks, counts drops. */
@NullMarked
package io.errortracker.queue;

import org.jspecify.annotations.NullMarked;
