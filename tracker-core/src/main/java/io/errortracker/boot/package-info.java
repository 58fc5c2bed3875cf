/** Puts the parts together for one application, starts and stops them; the only room that reads the configuration. */
@NullMarked
package io.errortracker.boot;

import org.jspecify.annotations.NullMarked;
