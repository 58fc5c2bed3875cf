package com.example.probe.rest;

import jakarta.ws.rs.NameBinding;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;

/** Behind a request filter that fails. */
@NameBinding
@Retention(RetentionPolicy.RUNTIME)
public @interface Guarded {}
