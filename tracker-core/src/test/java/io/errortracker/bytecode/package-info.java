@NullMarked
package io.errortracker.bytecode;

import org.jspecify.annotations.NullMarked;
