package io.errortracker.store.jpa;

class PostgresMergingTest extends MergingContract implements Located.InPostgres {}
