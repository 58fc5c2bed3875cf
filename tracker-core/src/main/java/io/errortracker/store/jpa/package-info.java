/** Hibernate on H2 or PostgreSQL behind the ports of the store; rows are package-private and never leave. */
@NullMarked
package io.errortracker.store.jpa;

import org.jspecify.annotations.NullMarked;
