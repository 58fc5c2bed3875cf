package io.errortracker.store.jpa;

class H2FileStoreTest extends IssueStoreContract implements Located.InFile {}
