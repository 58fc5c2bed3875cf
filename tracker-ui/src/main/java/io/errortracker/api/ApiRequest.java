package io.errortracker.api;

import jakarta.json.JsonObject;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a caller of the API asks, read with limits. */
final class ApiRequest {
    private static final int MAX_BODY_BYTES = 64 << 10;
    private static final int DEFAULT_LIMIT = 25;
    private static final int MAX_LIMIT = 100;

    private final HttpServletRequest request;
    private final Json json;
    private final @Nullable String pagesUrl;

    /** @param pagesUrl as {@link ApiSettings#pagesUrl()} */
    ApiRequest(HttpServletRequest request, Json json, @Nullable String pagesUrl) {
        this.request = request;
        this.pagesUrl = pagesUrl;
        this.json = json;
    }

    boolean isPut() {
        return is("PUT");
    }

    boolean is(String method) {
        return request.getMethod().equals(method);
    }

    /** The address of the API as the caller reached it, with a slash at its end. */
    String root() {
        return CallersAddress.of(request, pagesUrl) + request.getContextPath() + request.getServletPath() + "/";
    }

    @Nullable
    String contentType() {
        return request.getContentType();
    }

    @Nullable
    String parameter(String name) {
        return request.getParameter(name);
    }

    List<String> parameters(String name) {
        String[] values = request.getParameterValues(name);
        return values == null ? List.of() : List.of(values);
    }

    /** How many on a page: {@code limit} or {@code per_page}, 1 to 100, more counts as 100. */
    int limit() {
        String text = parameter("limit") == null ? parameter("per_page") : parameter("limit");
        if (text == null || text.isEmpty()) {
            return DEFAULT_LIMIT;
        }
        try {
            int limit = Integer.parseInt(text);
            if (limit >= 1) {
                return Math.min(limit, MAX_LIMIT);
            }
        } catch (NumberFormatException notANumber) {
            throw invalidLimit();
        }
        throw invalidLimit();
    }

    String link(@Nullable String previous, @Nullable String next) {
        return LinkHeader.of(request.getRequestURI(), request.getQueryString(), previous, next);
    }

    JsonObject body() {
        return json.readObject(bytes(MAX_BODY_BYTES));
    }

    /** The body. @throws ApiProblem when it is longer than {@code max} */
    byte[] bytes(int max) {
        if (request.getContentLengthLong() > max) {
            throw tooLarge(max);
        }
        try {
            byte[] body = request.getInputStream().readNBytes(max + 1);
            if (body.length > max) {
                throw tooLarge(max);
            }
            return body;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static ApiProblem tooLarge(int max) {
        return ApiProblem.tooLarge("The body is larger than " + max + " bytes");
    }

    private static ApiProblem invalidLimit() {
        return ApiProblem.badRequest("Invalid limit: a number from 1 to " + MAX_LIMIT + " is expected");
    }
}
