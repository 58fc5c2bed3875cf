package io.errortracker.ui.access;

import io.errortracker.health.SelfHealth;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Map;

/** An application with the tracker's gate in it, running. */
final class House implements AutoCloseable {
    static final String ROOT = "/shop/errors";
    static final AccessSettings NOTHING = AccessSettings.none("/shop", "/errors");
    static final String PASSWORD = "correct horse";

    final FakeClock clock = new FakeClock();
    final FakeLog log = new FakeLog();
    final FakeTokens tokens = new FakeTokens();
    final Access access;
    final FakePages pages;
    final TestServer server;

    House(AccessSettings settings) {
        access = Access.of(settings, tokens, clock, new SecureRandom(), new SelfHealth(clock, log));
        pages = new FakePages(access.gate());
        server = new TestServer(Map.of("/errors/*", pages));
    }

    static House withPassword() {
        return new House(NOTHING.withPassword(PASSWORD, false));
    }

    Reply send(Call call) {
        return call.to(server);
    }

    Reply signIn(String password) {
        return send(signInCall(password));
    }

    static Call signInCall(String password) {
        return Call.post(ROOT + "/sign-in", "password=" + encode(password)).fromOurPage();
    }

    /** The session's cookie of somebody who has just signed in with the password. */
    String session() {
        return signIn(PASSWORD).cookie();
    }

    /** The path and query of the one-time link in a line of the log. */
    static String linkIn(String line) {
        return line.substring(line.indexOf(ROOT + "/sign-in?token="));
    }

    static String tokenIn(String link) {
        return link.substring(link.indexOf("token=") + "token=".length());
    }

    static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        server.close();
    }
}
