package io.errortracker.store.jpa;

class PostgresApiTokenTest extends ApiTokenContract implements Located.InPostgres {}
