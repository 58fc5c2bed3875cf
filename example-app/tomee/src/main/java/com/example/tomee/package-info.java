/** TomEE as a program of its own, made of its jars. */
@NullMarked
package com.example.tomee;

import org.jspecify.annotations.NullMarked;
