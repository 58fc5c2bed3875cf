/** Joins the pages and the web API to the running tracker of a servlet context. */
@NullMarked
package io.errortracker.ui.mount;

import org.jspecify.annotations.NullMarked;
