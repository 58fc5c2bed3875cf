package com.example.probe.web;

/** The application has an error page for this. */
public class PagedProblem extends RuntimeException {

    private static final long serialVersionUID = 1;

    PagedProblem(String message) {
        super(message);
    }
}
