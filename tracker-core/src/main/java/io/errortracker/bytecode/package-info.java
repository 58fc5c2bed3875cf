/** What the application's class files tell about the methods in its stack traces. */
@NullMarked
package io.errortracker.bytecode;

import org.jspecify.annotations.NullMarked;
