/** The web's edge: opens and closes the scope of a request, catches what escapes, sees how it was answered. */
@NullMarked
package io.errortracker.servlet;

import org.jspecify.annotations.NullMarked;
