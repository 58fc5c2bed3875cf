package com.example.endtoend;

import com.example.endtoend.Exchange.Answer;
import com.example.shop.web.Failure;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;

/** Somebody in the shop, with a session. */
record Customer(HttpClient client, URI shop) {

    static Customer anonymous(URI shop) {
        return new Customer(Exchange.client(), shop);
    }

    static Customer ada(URI shop) throws Exception {
        return signedIn(shop, "ada", "tea-time");
    }

    static Customer grace(URI shop) throws Exception {
        return signedIn(shop, "grace", "kettle-on");
    }

    private static Customer signedIn(URI shop, String name, String password) throws Exception {
        var customer = anonymous(shop);
        var answer = customer.post("signin", "name=" + name + "&password=" + password);
        if (answer.status() != 302) {
            throw new AssertionError("The shop did not let " + name + " in: " + answer);
        }
        return customer;
    }

    /** Presses a button, as the page's form would. */
    Answer press(Failure failure) throws Exception {
        var fields = failure.fields().entrySet().stream()
                .map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue()))
                .collect(Collectors.joining("&"));
        var path = failure.path().substring(1);
        return failure.method().equals("post") ? post(path, fields) : get(path + "?" + fields);
    }

    Answer get(String path) throws Exception {
        return Exchange.get(path).send(client, shop);
    }

    Answer post(String path, String fields) throws Exception {
        return Exchange.post(path, "application/x-www-form-urlencoded", fields).send(client, shop);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
