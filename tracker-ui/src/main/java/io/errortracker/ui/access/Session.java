package io.errortracker.ui.access;

/** Somebody signed in: when, and with which anti-forgery token. */
record Session(String name, String csrfToken, long signedInMillis, long lastSeenMillis) {
    Session seenAt(long nowMillis) {
        return new Session(name, csrfToken, signedInMillis, nowMillis);
    }

    Visitor visitor() {
        return new Visitor(name, Visitor.Role.ADMIN, csrfToken, true);
    }
}
