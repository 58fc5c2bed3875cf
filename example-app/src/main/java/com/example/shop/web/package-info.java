/** Pages and classic servlets. */
@NullMarked
package com.example.shop.web;

import org.jspecify.annotations.NullMarked;
