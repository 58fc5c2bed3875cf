package com.example.shop.web;

import java.util.Map;

/**
 * One button that breaks something, as the page shows it.
 *
 * @param number 1 to 10
 * @param id name of its card on the page
 * @param title what goes wrong, in a few words
 * @param what what happens when the button is pressed
 * @param look what to look for at {@code /errors}
 * @param button what the button says
 * @param method {@code get} or {@code post}
 * @param path where the button leads, relative to the context path
 * @param fields what it sends along
 */
public record Failure(
        int number,
        String id,
        String title,
        String what,
        String look,
        String button,
        String method,
        String path,
        Map<String, String> fields) {

    // the expression language of Jakarta EE 10 reads beans, not yet records

    public int getNumber() {
        return number;
    }

    public String getId() {
        return id;
    }

    public String getTitle() {
        return title;
    }

    public String getWhat() {
        return what;
    }

    public String getLook() {
        return look;
    }

    public String getButton() {
        return button;
    }

    public String getMethod() {
        return method;
    }

    public String getPath() {
        return path;
    }

    public Map<String, String> getFields() {
        return fields;
    }
}
