package io.errortracker.store.jpa;

class PostgresIngestStoreTest extends IngestStoreContract implements Located.InPostgres {}
