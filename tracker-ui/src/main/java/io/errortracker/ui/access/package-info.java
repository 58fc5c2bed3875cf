/** Who may enter the pages and the API, who may change something, and what every answer says to the browser about itself. */
@NullMarked
package io.errortracker.ui.access;

import org.jspecify.annotations.NullMarked;
