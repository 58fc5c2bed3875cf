package com.example.probe.rest;

import jakarta.ws.rs.NameBinding;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;

/** Before a response filter that fails. */
@NameBinding
@Retention(RetentionPolicy.RUNTIME)
public @interface Spoiled {}
