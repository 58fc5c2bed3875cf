package com.example.probe.ownlibs;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.sql.DriverManager;
import java.util.stream.Collectors;
import org.hibernate.Version;
import org.hibernate.cfg.Configuration;

/** Boots the Hibernate and the H2 that the host brings itself. */
@WebServlet("/libraries")
public class OwnLibrariesServlet extends HttpServlet {

    private static final long serialVersionUID = 1;

    /** One row. */
    @Entity(name = "Parcel")
    public static class Parcel {

        @Id
        private int id;

        private String text;
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.getWriter().println("hibernate " + Version.getVersionString());
        response.getWriter().println("h2 " + storeAndAsk());
        response.getWriter().println("drivers " + drivers());
    }

    private static Object storeAndAsk() {
        var configuration = new Configuration()
                .addAnnotatedClass(Parcel.class)
                .setProperty("hibernate.connection.driver_class", "org.h2.Driver")
                .setProperty("hibernate.connection.url", "jdbc:h2:mem:own")
                .setProperty("hibernate.hbm2ddl.auto", "create-drop")
                .setProperty("hibernate.transaction.coordinator_class", "jdbc")
                .setProperty("jakarta.persistence.validation.mode", "none");
        try (var sessions = configuration.buildSessionFactory()) {
            sessions.inTransaction(session -> {
                var parcel = new Parcel();
                parcel.id = 1;
                parcel.text = "own";
                session.persist(parcel);
            });
            return sessions.fromTransaction(session -> session.createNativeQuery(
                            "select h2version() from Parcel where text = 'own'", String.class)
                    .getSingleResult());
        }
    }

    /** The drivers that this application can see. */
    private static String drivers() {
        return DriverManager.drivers()
                .map(driver -> driver.getClass().getName())
                .sorted()
                .collect(Collectors.joining(" "));
    }
}
