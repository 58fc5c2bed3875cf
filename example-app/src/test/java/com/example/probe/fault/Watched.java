package com.example.probe.fault;

import jakarta.interceptor.InterceptorBinding;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;

/** Calls go through an interceptor. */
@Inherited
@InterceptorBinding
@Retention(RetentionPolicy.RUNTIME)
public @interface Watched {}
