package io.errortracker.capture;

import java.util.Map;

/**
 * A method that an interceptor saw fail, with the arguments it had.
 *
 * @param declaringClass binary name of the class that declares the method, never a proxy's
 * @param method its name
 * @param arguments rendered values by parameter name
 * @since 0.1.0
 */
public record CallFrame(String declaringClass, String method, Map<String, Object> arguments) {}
