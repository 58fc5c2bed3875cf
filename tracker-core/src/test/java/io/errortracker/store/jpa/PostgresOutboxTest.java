package io.errortracker.store.jpa;

class PostgresOutboxTest extends OutboxContract implements Located.InPostgres {}
