/** The routes of JAX-RS resources, as templates; those of CXF are asked for, for it asks nobody. */
@NullMarked
package io.errortracker.route;

import org.jspecify.annotations.NullMarked;
