/** Who is in the shop: two people, known by Jakarta Security. */
@NullMarked
package com.example.shop.signin;

import org.jspecify.annotations.NullMarked;
