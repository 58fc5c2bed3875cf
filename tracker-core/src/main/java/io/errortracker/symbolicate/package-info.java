/** Minified JavaScript frames and source maps become original frames; hostile maps cost no more than their length. */
@NullMarked
package io.errortracker.symbolicate;

import org.jspecify.annotations.NullMarked;
