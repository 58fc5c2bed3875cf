package io.errortracker.servlet;

import static org.assertj.core.api.Assertions.assertThat;

import io.errortracker.event.Request;
import io.errortracker.event.User;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.lang.reflect.Proxy;
import java.util.Collections;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class RequestSurroundingsTest {
    private String client = "jo";

    @Test
    void a_suspended_request_is_told_as_it_was_though_its_object_serves_another_client_meanwhile() {
        RequestSurroundings surroundings =
                new RequestSurroundings(ofType(HttpServletRequest.class), ofType(HttpServletResponse.class), false);

        surroundings.suspend();
        client = "ann";

        Request told = Objects.requireNonNull(surroundings.request());
        assertThat(told.queryString()).isEqualTo("client=jo");
        assertThat(surroundings.user()).isEqualTo(User.withUsername("jo"));
        assertThat(surroundings.contextPath()).isEqualTo("/jo");
    }

    @Test
    void a_request_that_is_dispatched_once_more_is_asked_again() {
        HttpServletRequest request = ofType(HttpServletRequest.class);
        HttpServletResponse response = ofType(HttpServletResponse.class);
        RequestSurroundings surroundings = new RequestSurroundings(request, response, false);

        surroundings.suspend();
        client = "jo, signed in";
        surroundings.attach(request, response);

        assertThat(surroundings.user()).isEqualTo(User.withUsername("jo, signed in"));
    }

    /** A container's object, which tells of whichever client it serves. */
    private <T> T ofType(Class<T> type) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> switch (method.getName()) {
                    case "getQueryString" -> "client=" + client;
                    case "getRemoteUser" -> client;
                    case "getContextPath" -> "/" + client;
                    case "getMethod" -> "GET";
                    case "getRequestURL" -> new StringBuffer("http://localhost/");
                    case "getHeaderNames" -> Collections.emptyEnumeration();
                    case "getHttpServletMapping" -> ofType(method.getReturnType());
                    case "getPattern" -> "/*";
                    default -> null;
                }));
    }
}
