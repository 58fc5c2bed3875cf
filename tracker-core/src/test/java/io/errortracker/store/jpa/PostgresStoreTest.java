package io.errortracker.store.jpa;

class PostgresStoreTest extends IssueStoreContract implements Located.InPostgres {}
