package io.errortracker.store.jpa;

class PostgresHourFoldingTest extends HourFoldingContract implements Located.InPostgres {}
