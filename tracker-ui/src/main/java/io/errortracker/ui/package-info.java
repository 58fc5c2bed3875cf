/** The pages at {@code /errors}: one servlet that routes to a page or a button. */
@NullMarked
package io.errortracker.ui;

import org.jspecify.annotations.NullMarked;
