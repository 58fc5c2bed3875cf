package io.errortracker.ui.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.errortracker.secret.PasswordHash;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every address, every method, every way the gate can be configured and fooled: nothing opens that should not. */
class AccessMatrixTest {
    private static final List<String> METHODS =
            List.of("GET", "HEAD", "POST", "PUT", "DELETE", "PATCH", "OPTIONS", "TRACE", "PROPFIND");
    private static final AccessSettings DEV = House.NOTHING.withDev(true);
    private static final AccessSettings ROLES = House.NOTHING.withRoles("admins", "viewers");
    private static final AccessSettings PASSWORD = House.NOTHING.withPassword(House.PASSWORD, false);
    private static final BiPredicate<String, String> NOTHING = (method, path) -> false;
    private static final BiPredicate<String, String> SIGN_IN_PAGE = (method, path) ->
            reads(method) && Set.of("/sign-in", "/sign-in.css").contains(withoutQuery(path));
    private static final BiPredicate<String, String> STYLE =
            (method, path) -> reads(method) && path.equals("/sign-in.css");
    private static final BiPredicate<String, String> PAGES = (method, path) -> reads(method) && !isOwn(path);
    private static final BiPredicate<String, String> EVERY_GET = (method, path) -> reads(method);

    /**
     * @param come what somebody does before each call, and how the call then looks
     * @param open which method and path may be answered with success
     */
    private record Situation(
            String name,
            AccessSettings settings,
            Function<House, UnaryOperator<Call>> come,
            BiPredicate<String, String> open) {
        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Situation> situations() {
        return Stream.of(
                anonymous("nothing configured", House.NOTHING, STYLE),
                calling(
                        "nothing configured, forged host",
                        House.NOTHING,
                        call -> call.with("Host", "localhost"),
                        STYLE),
                calling("nothing configured, forged session", House.NOTHING, AccessMatrixTest::forgedSession, STYLE),
                calling("nothing configured, forged proxy", House.NOTHING, AccessMatrixTest::behindProxy, STYLE),
                new Situation("link used", House.NOTHING, AccessMatrixTest::linkUsed, STYLE),
                new Situation("link expired", House.NOTHING, AccessMatrixTest::linkExpired, STYLE),
                anonymous("roles, nobody signed in", ROLES, NOTHING),
                calling("roles, wrong password", ROLES, user("alice", "wrong"), NOTHING),
                calling("roles, user without role", ROLES, user("carol", "carol"), NOTHING),
                calling("roles, viewer", ROLES, user("victor", "victor"), EVERY_GET),
                calling("roles, admin", ROLES, user("alice", "alice"), EVERY_GET),
                calling(
                        "viewer role only, admin",
                        House.NOTHING.withRoles(null, "viewers"),
                        user("alice", "alice"),
                        NOTHING),
                calling(
                        "admin role only, viewer",
                        House.NOTHING.withRoles("admins", null),
                        user("victor", "victor"),
                        NOTHING),
                anonymous("roles and dev, local", ROLES.withDev(true), NOTHING),
                anonymous("password", PASSWORD, SIGN_IN_PAGE),
                anonymous("password and dev, local", PASSWORD.withDev(true), SIGN_IN_PAGE),
                anonymous("password hash", House.NOTHING.withPasswordHash(hash()), SIGN_IN_PAGE),
                calling("password, forged session", PASSWORD, AccessMatrixTest::forgedSession, SIGN_IN_PAGE),
                calling("password, basic login of the application", PASSWORD, user("alice", "alice"), SIGN_IN_PAGE),
                new Situation("password, signed in", PASSWORD, AccessMatrixTest::signedIn, PAGES.or(STYLE)),
                new Situation("password, idle too long", PASSWORD, AccessMatrixTest::idle, SIGN_IN_PAGE),
                new Situation("password, signed out", PASSWORD, AccessMatrixTest::signedOut, SIGN_IN_PAGE),
                anonymous("dev, local", DEV, PAGES.or(STYLE)),
                calling("dev, other machine", DEV, call -> call.peer("192.0.2.7"), STYLE),
                calling("dev, other machine by IPv6", DEV, call -> call.peer("2001:db8::7"), STYLE),
                calling("dev, forged host", DEV, call -> call.with("Host", "evil.example"), STYLE),
                calling(
                        "dev, host that begins like ours",
                        DEV,
                        call -> call.with("Host", "localhost.evil.example"),
                        STYLE),
                calling("dev, X-Forwarded-For", DEV, call -> call.with("X-Forwarded-For", "192.0.2.7"), STYLE),
                calling("dev, forged X-Forwarded-For", DEV, call -> call.with("X-Forwarded-For", "127.0.0.1"), STYLE),
                calling("dev, X-Forwarded-Proto", DEV, call -> call.with("x-forwarded-proto", "https"), STYLE),
                calling("dev, Forwarded", DEV, call -> call.with("Forwarded", "for=192.0.2.7"), STYLE),
                calling("dev, Via", DEV, call -> call.with("Via", "1.1 proxy"), STYLE),
                calling("dev, X-Real-IP", DEV, call -> call.with("X-Real-IP", "192.0.2.7"), STYLE));
    }

    @ParameterizedTest
    @MethodSource("situations")
    void nothing_opens_that_should_not_and_every_answer_has_its_headers(Situation situation) {
        try (House house = new House(situation.settings())) {
            UnaryOperator<Call> comes = situation.come().apply(house);
            int calls = 0;
            for (String path : paths()) {
                for (String method : METHODS) {
                    check(house, comes, situation, method, path);
                    calls++;
                }
            }
            assertThat(house.pages.changes)
                    .as("changes without an anti-forgery token")
                    .hasValue(0);
            assertThat(calls).isEqualTo(paths().size() * METHODS.size());
        }
    }

    private static void check(House house, UnaryOperator<Call> comes, Situation situation, String method, String path) {
        Reply reply = house.send(comes.apply(Call.of(method, House.ROOT + path)));

        boolean mayOpen = situation.open().test(method, path);
        assertThat(reply.isSuccess())
                .as(method + " " + path + " -> " + reply.status())
                .isEqualTo(mayOpen);
        if (!mayOpen && !method.equals("HEAD")) {
            assertThat(reply.body()).doesNotContain("ADMIN").doesNotContain("VIEWER");
        }
        boolean byTheContainer = reply.header("www-authenticate").isPresent();
        if (!byTheContainer) {
            SecurityHeaders.ALL.forEach((name, value) -> assertThat(reply.all(name))
                    .as(method + " " + path + " " + name)
                    .containsExactly(value));
        }
    }

    /** The gate's own addresses, some of the pages', and some that only look like the gate's own. */
    private static Set<String> paths() {
        Set<String> paths = new LinkedHashSet<>(List.of(
                "",
                "/",
                "/issues/1",
                "/issues/1/events/0123456789abcdef0123456789abcdef",
                "/health",
                "/assets/app.css",
                "/sign-in/",
                "/sign-in/x",
                "/SIGN-IN",
                "/sign-in.css/x",
                "/api/0/",
                "/sign-in?token=",
                "/sign-in?token=x"));
        Arrays.stream(AccessRoute.values()).map(AccessRoute::path).forEach(paths::add);
        return paths;
    }

    private static boolean reads(String method) {
        return method.equals("GET") || method.equals("HEAD");
    }

    private static boolean isOwn(String path) {
        return Arrays.stream(AccessRoute.values())
                .anyMatch(route -> route.path().equals(withoutQuery(path)));
    }

    private static String withoutQuery(String path) {
        return path.split("\\?", 2)[0];
    }

    private static Situation anonymous(String name, AccessSettings settings, BiPredicate<String, String> open) {
        return calling(name, settings, call -> call, open);
    }

    private static Situation calling(
            String name, AccessSettings settings, UnaryOperator<Call> comes, BiPredicate<String, String> open) {
        return new Situation(name, settings, house -> comes, open);
    }

    private static UnaryOperator<Call> user(String name, String password) {
        String credentials =
                Base64.getEncoder().encodeToString((name + ":" + password).getBytes(StandardCharsets.UTF_8));
        return call -> call.with("Authorization", "Basic " + credentials).fromOurPage();
    }

    private static Call forgedSession(Call call) {
        return call.with(
                "Cookie", "tracker_session=" + "A".repeat(43) + "; tracker_session=; __Secure-tracker_session=x");
    }

    private static Call behindProxy(Call call) {
        return call.with("X-Forwarded-For", "127.0.0.1")
                .with("X-Forwarded-User", "admin")
                .with("X-Remote-User", "admin");
    }

    private static UnaryOperator<Call> linkUsed(House house) {
        String token = House.tokenIn(House.linkIn(house.access.describe()));
        assertThat(house.send(Call.post(House.ROOT + "/sign-in", "token=" + token)
                                .fromOurPage())
                        .status())
                .isEqualTo(303);
        return call -> withToken(call, token);
    }

    private static UnaryOperator<Call> linkExpired(House house) {
        String token = House.tokenIn(House.linkIn(house.access.describe()));
        house.clock.advance(Duration.ofMinutes(15));
        return call -> withToken(call, token);
    }

    /** With the token in the address; every address, for no other one may look at it. */
    private static Call withToken(Call call, String token) {
        String glue = call.target().contains("?") ? "&" : "?";
        return new Call(call.method(), call.target() + glue + "token=" + token, call.headers(), "").fromOurPage();
    }

    private static UnaryOperator<Call> signedIn(House house) {
        String session = house.session();
        return call -> call.with("Cookie", session).fromOurPage();
    }

    private static UnaryOperator<Call> idle(House house) {
        UnaryOperator<Call> comes = signedIn(house);
        house.clock.advance(Duration.ofMinutes(30));
        return comes;
    }

    private static UnaryOperator<Call> signedOut(House house) {
        UnaryOperator<Call> comes = signedIn(house);
        List<String> who = new ArrayList<>(
                List.of(house.send(comes.apply(Call.get(House.ROOT))).body().split(" ", -1)));
        Call signOut = comes.apply(Call.post(House.ROOT + "/sign-out", "csrf=" + who.get(who.size() - 1)));
        assertThat(house.send(signOut).status()).isEqualTo(303);
        return comes;
    }

    private static String hash() {
        return PasswordHash.of(House.PASSWORD.toCharArray(), new SecureRandom()).text();
    }
}
