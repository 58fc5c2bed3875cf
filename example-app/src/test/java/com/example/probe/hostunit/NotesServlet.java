package com.example.probe.hostunit;

import jakarta.ejb.EJBException;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Tells what became of the host's notes. */
@WebServlet("/notes")
public class NotesServlet extends HttpServlet {

    private static final long serialVersionUID = 1;

    @Inject
    private transient Notes notes;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        notes.write(1, "first");
        try {
            notes.writeAndFail(2);
        } catch (EJBException e) {
            response.setHeader("X-Rolled-Back", "yes");
        }
        response.getWriter().print(notes.read(1) + ", notes: " + notes.count());
    }
}
