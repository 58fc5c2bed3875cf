/** What the tracker knows about itself: what it counted, what it dropped and why, its own last error. */
@NullMarked
package io.errortracker.health;

import org.jspecify.annotations.NullMarked;
