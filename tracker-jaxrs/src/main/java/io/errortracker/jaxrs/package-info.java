/** The JAX-RS edge: names the route of a request, and sees what the runtime catches before anyone else could. */
@NullMarked
package io.errortracker.jaxrs;

import org.jspecify.annotations.NullMarked;
