package io.errortracker.ui.access;

import io.errortracker.health.SelfHealth;
import io.errortracker.secret.PasswordHash;
import io.errortracker.store.ApiTokenStore;
import java.lang.System.Logger.Level;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Optional;

/**
 * Access as configured; the first that is configured decides: the container's roles, our own password, else the one-time link and, where
 * switched on, development on this machine. Nothing configured opens nothing but the link.
 *
 * <p>Made once, at start. Thread-safe.
 *
 * @since 0.1.0
 */
public final class Access {
    private final AccessSettings settings;
    private final Gate gate;
    private final ApiTokens apiTokens;
    private final Optional<OneTimeLink> link;

    private Access(AccessSettings settings, Gate gate, ApiTokens apiTokens, Optional<OneTimeLink> link) {
        this.settings = settings;
        this.gate = gate;
        this.apiTokens = apiTokens;
        this.link = link;
    }

    /**
     * @param tokens those of the API that people make
     * @param health logs each new one-time link and failures of the container's login
     * @throws IllegalArgumentException naming key and rule, never a secret, when a setting is malformed or refused
     */
    public static Access of(
            AccessSettings settings, ApiTokenStore tokens, Clock clock, SecureRandom random, SelfHealth health) {
        refusePasswordInDeployment(settings);
        return new Opening(settings, tokens, clock, random, health).open();
    }

    /** The door to the pages. */
    public Gate gate() {
        return gate;
    }

    /** The door to the web API. */
    public ApiTokens apiTokens() {
        return apiTokens;
    }

    /**
     * The line for the log at start: where the pages are, and why they are open or closed. With nothing configured it holds a new
     * one-time link, and one told before is void: call it once.
     */
    public String describe() {
        return "Error Tracker: " + where() + " " + why() + ". " + api()
                + link.map(this::invitation).orElse("");
    }

    private String where() {
        return settings.baseUrl() == null ? settings.root() : settings.baseUrl() + settings.uiPath();
    }

    /** Why the pages are open or closed, as half a sentence. */
    public String why() {
        if (settings.hasRoles()) {
            return roles() + (settings.hasPassword() ? "; tracker.admin.password is not used beside a role" : "");
        }
        if (settings.hasPassword()) {
            return "asks for the password of "
                    + (settings.passwordHash() == null ? "tracker.admin.password" : "tracker.admin.password-hash");
        }
        return settings.dev()
                ? "is open to browsers on this machine (tracker.dev)"
                : "is closed, for neither tracker.admin.role nor tracker.admin.password-hash is set";
    }

    /** The link comes last and nothing after it, so that it can be clicked and copied. */
    private String invitation(OneTimeLink oneTime) {
        String whence = settings.dev() ? "From elsewhere sign" : "Sign";
        return " " + whence + " in once, within " + OneTimeLink.VALID.toMinutes() + " minutes: " + oneTime.renew();
    }

    private String roles() {
        if (settings.adminRole() == null) {
            return "shows issues to the role " + settings.viewerRole() + " (tracker.viewer.role)";
        }
        String viewers = settings.viewerRole() == null ? "" : ", for the role " + settings.viewerRole() + " to look";
        return "is open for the role " + settings.adminRole() + " (tracker.admin.role)" + viewers;
    }

    /** Of those that people made it says nothing: the store is not opened for a line in the log. */
    private String api() {
        int tokens = apiTokens.configured().size();
        String path = settings.root() + "/api/0/";
        return "The API at " + path + " answers to "
                + (tokens == 0 ? "" : (tokens == 1 ? "1 configured token" : tokens + " configured tokens") + " and ")
                + "tokens made on the page Settings.";
    }

    private static void refusePasswordInDeployment(AccessSettings settings) {
        if (settings.password() != null && settings.passwordInDeployment()) {
            throw new IllegalArgumentException(
                    "tracker.admin.password: a password in plain text must come from the environment or a "
                            + "system property, never from a file inside the deployment; set tracker.admin.password-hash there");
        }
    }

    /** Puts the parts together. */
    private record Opening(
            AccessSettings settings, ApiTokenStore made, Clock clock, SecureRandom random, SelfHealth health) {

        Access open() {
            SameOrigin sameOrigin = new SameOrigin(origin());
            SignInPages pages = new SignInPages(settings.root());
            ApiTokens tokens = ApiTokens.of(settings.apiTokens(), new MadeTokens(made, clock, random, health), clock);
            if (settings.hasRoles()) {
                Door door = new ContainerDoor(settings, new AntiForgery(random), pages, health);
                return access(door, sameOrigin, tokens, Optional.empty());
            }
            NextPage next = new NextPage(settings.root());
            SignInThrottle throttle = new SignInThrottle(clock);
            if (settings.hasPassword()) {
                SignInMethod method = new PasswordSignIn(password(), throttle, next, pages);
                return access(ownDoor(method, sameOrigin, next, pages), sameOrigin, tokens, Optional.empty());
            }
            OneTimeLink link = new OneTimeLink(linkAddress(pages), clock, random, line -> health.say(Level.INFO, line));
            OwnDoor own = ownDoor(new LinkSignIn(link, throttle, pages), sameOrigin, next, pages);
            Door door = settings.dev() ? new DevDoor(new AntiForgery(random), own) : own;
            return access(door, sameOrigin, tokens, Optional.of(link));
        }

        private Access access(Door door, SameOrigin sameOrigin, ApiTokens tokens, Optional<OneTimeLink> link) {
            return new Access(settings, new Doorkeeper(door, sameOrigin), tokens, link);
        }

        private OwnDoor ownDoor(SignInMethod method, SameOrigin sameOrigin, NextPage next, SignInPages pages) {
            SessionCookie cookie = new SessionCookie(settings.root(), sameOrigin);
            return new OwnDoor(method, new Sessions(clock, random), cookie, sameOrigin, next, pages);
        }

        private PasswordCheck password() {
            if (settings.passwordHash() != null) {
                return PasswordCheck.of(hash(settings.passwordHash()));
            }
            String plain = settings.password();
            if (plain == null || plain.isBlank()) {
                throw new IllegalArgumentException("tracker.admin.password: must not be blank");
            }
            return PasswordCheck.ofPlain(plain, random);
        }

        private static PasswordHash hash(String text) {
            try {
                return PasswordHash.parse(text);
            } catch (IllegalArgumentException malformed) {
                throw new IllegalArgumentException("tracker.admin.password-hash: " + malformed.getMessage(), malformed);
            }
        }

        private Optional<WebOrigin> origin() {
            String baseUrl = settings.baseUrl();
            if (baseUrl == null) {
                return Optional.empty();
            }
            Optional<WebOrigin> origin = WebOrigin.of(baseUrl);
            if (origin.isEmpty()) {
                throw new IllegalArgumentException("tracker.base-url: must be an http or https URL");
            }
            return origin;
        }

        private String linkAddress(SignInPages pages) {
            return settings.baseUrl() == null
                    ? pages.signIn()
                    : settings.baseUrl() + settings.uiPath() + AccessRoute.SIGN_IN.path();
        }
    }
}
