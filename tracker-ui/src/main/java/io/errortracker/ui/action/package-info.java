/** One class per button: what a form of the pages does. */
@NullMarked
package io.errortracker.ui.action;

import org.jspecify.annotations.NullMarked;
