/** The public face: what an application calls, annotates, implements and configures. */
@NullMarked
package io.errortracker;

import org.jspecify.annotations.NullMarked;
