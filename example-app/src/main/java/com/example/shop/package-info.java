/** Leaf &amp; Kettle: a small tea shop that works, and fails in ten instructive ways. */
@NullMarked
package com.example.shop;

import org.jspecify.annotations.NullMarked;
