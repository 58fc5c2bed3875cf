/** The extension and the interceptors: every JAX-RS resource, EJB, timer, observer and tracked bean; the beans an application injects. */
@NullMarked
package io.errortracker.cdi;

import org.jspecify.annotations.NullMarked;
