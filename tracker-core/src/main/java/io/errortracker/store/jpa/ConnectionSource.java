package io.errortracker.store.jpa;

import java.sql.Connection;
import java.sql.SQLException;

/** Where connections to a database come from that others run. */
interface ConnectionSource {

    /** A connection that commits each statement by itself. */
    Connection connect() throws SQLException;

    /** Whether it wants each connection back as soon as it is not used. */
    boolean isPooled();

    /** For people; without a password. */
    String location();
}
