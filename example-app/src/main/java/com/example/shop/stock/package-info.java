/** What lies in the warehouse, and the night shift that counts it. */
@NullMarked
package com.example.shop.stock;

import org.jspecify.annotations.NullMarked;
