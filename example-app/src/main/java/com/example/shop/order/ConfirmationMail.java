package com.example.shop.order;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Confirms orders by mail, on a mail server that has its bad days. */
@ApplicationScoped
public class ConfirmationMail {

    private static final Logger LOG = Logger.getLogger(ConfirmationMail.class.getName());

    /** Failure 9: nobody upstairs hears of it; the customer is told that all is well. */
    public void send(String order) {
        LOG.info("Sending the confirmation of order " + order);
        try (var connection = new MailConnection("mail.leaf-and-kettle.example")) {
            connection.deliver(order);
        } catch (IOException e) {
            LOG.log(Level.SEVERE, "Order " + order + " was not confirmed by mail", e);
        }
    }

    /** Breaks while talking, and once more while hanging up. */
    private record MailConnection(String host) implements AutoCloseable {

        void deliver(String order) throws IOException {
            throw new IOException(
                    "Could not deliver the confirmation of order " + order,
                    new IllegalStateException("421 " + host + " is too busy"));
        }

        @Override
        public void close() throws IOException {
            throw new IOException("Connection to " + host + " was lost while closing it");
        }
    }
}
