package com.example.probe.hostunit;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;

/** What the host keeps in its own persistence unit. */
@Entity
public class Note {

    @Id
    private int id;

    private String text;

    protected Note() {}

    Note(int id, String text) {
        this.id = id;
        this.text = text;
    }

    String text() {
        return text;
    }
}
