package io.errortracker.store.jpa;

import io.errortracker.bundled.hibernate.StatelessSession;
import io.errortracker.event.json.EventJson;
import java.util.function.BiFunction;
import java.util.function.Function;

/** The way to the database for what serves one capability each. Any thread may take it; the store's own threads do the work. */
interface Access {

    <T> T read(Function<StatelessSession, T> query);

    /** In one transaction, and only where it lasts: not in what stands in while another instance holds the file. */
    <T> T write(BiFunction<StatelessSession, Engine, T> change);

    EventJson json();

    /** In microseconds. */
    long now();
}
