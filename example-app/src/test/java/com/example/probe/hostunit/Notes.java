package com.example.probe.hostunit;

import jakarta.ejb.Stateless;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;

/** Writes and reads in container transactions. */
@Stateless
public class Notes {

    @PersistenceContext
    private EntityManager entities;

    public void write(int id, String text) {
        entities.persist(new Note(id, text));
    }

    public String read(int id) {
        var note = entities.createQuery("select n from Note n where n.id = :id", Note.class)
                .setParameter("id", id)
                .getSingleResult();
        return note.text() + " through " + entities.getDelegate().getClass().getName();
    }

    public long count() {
        return entities.createQuery("select count(n) from Note n", Long.class).getSingleResult();
    }

    public void writeAndFail(int id) {
        write(id, "never kept");
        entities.flush();
        throw new IllegalStateException("rolled back");
    }
}
