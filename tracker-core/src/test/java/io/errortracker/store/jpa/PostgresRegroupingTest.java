package io.errortracker.store.jpa;

class PostgresRegroupingTest extends RegroupingContract implements Located.InPostgres {}
