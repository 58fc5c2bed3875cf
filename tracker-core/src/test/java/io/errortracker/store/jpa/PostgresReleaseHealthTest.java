package io.errortracker.store.jpa;

class PostgresReleaseHealthTest extends ReleaseHealthContract implements Located.InPostgres {}
