package io.errortracker;

import static io.errortracker.ConfigKey.choice;
import static io.errortracker.ConfigKey.flag;
import static io.errortracker.ConfigKey.list;
import static io.errortracker.ConfigKey.number;
import static io.errortracker.ConfigKey.ratio;
import static io.errortracker.ConfigKey.secretText;
import static io.errortracker.ConfigKey.text;

import io.errortracker.capture.ArgumentRenderer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The configuration of one application's tracker: the one place for each key. Immutable.
 *
 * @since 0.1.0
 */
public final class TrackerConfig {
    private static final String ANY = "any text";
    private static final String PATTERNS = "RE2 regular expressions separated by line breaks or semicolons";
    private static final String KEY_RULE = "keys of 32 hex digits separated by commas";
    private static final String ORIGIN_RULE = "origins such as https://shop.example separated by commas, or *";
    private static final String WORDS = "words separated by commas";

    public static final ConfigKey<Boolean> ENABLED = flag("tracker.enabled", true, "Whether the tracker runs at all.");
    public static final ConfigKey<Optional<String>> ENVIRONMENT = text(
                    "tracker.environment", ANY, "Where the application runs, as shown and filtered by.")
            .defaulting("production");
    public static final ConfigKey<Optional<String>> RELEASE = text(
            "tracker.release",
            ANY,
            "The application's version; unset, the manifest's Implementation-Version or git.properties tells.");
    public static final ConfigKey<Optional<String>> DIST = text("tracker.dist", ANY, "The build of that release.");
    public static final ConfigKey<Optional<String>> SERVER_NAME =
            text("tracker.server-name", ANY, "The name of this server; unset, the host's name.");
    public static final ConfigKey<Optional<String>> PROJECT = text(
                    "tracker.project",
                    "",
                    "Begins the short ids of issues (SHOP-42) and names the application on the pages; unset, the context path.")
            .ruled("1 to 32 letters, digits or hyphens", TrackerConfig::projectName);
    public static final ConfigKey<List<String>> IN_APP_PACKAGES = list(
            "tracker.in-app-packages",
            false,
            "package names separated by commas",
            "Packages that are the application's own code, beside those of WEB-INF/classes.");
    public static final ConfigKey<ArgumentRenderer.Mode> CAPTURE_ARGUMENTS = choice(
            "tracker.capture-arguments",
            ArgumentRenderer.Mode.class,
            ArgumentRenderer.Mode.SAFE,
            "What is told of method arguments: nothing, numbers and ids but no text, or everything that scrubbing leaves.");
    public static final ConfigKey<Boolean> CAPTURE_LOGS = flag(
            "tracker.capture-logs",
            true,
            "Whether java.util.logging makes events (SEVERE with a throwable) and breadcrumbs (INFO and above).");
    public static final ConfigKey<Boolean> SEND_DEFAULT_PII = flag(
            "tracker.send-default-pii",
            false,
            "Whether addresses of the internet are stored, the user's and those in texts, and who is signed in with what our own pages send.");
    public static final ConfigKey<Double> SAMPLE_RATE =
            ratio("tracker.sample-rate", 1.0, "The share of events that is stored.");
    public static final ConfigKey<List<String>> IGNORE_EXCEPTIONS = list(
            "tracker.ignore.exceptions",
            false,
            "class names separated by commas, with or without package",
            "Exceptions that are counted, not stored, and those that extend them.");
    public static final ConfigKey<List<String>> IGNORE_MESSAGES = list(
                    "tracker.ignore.messages", false, PATTERNS, "Messages that are counted, not stored.")
            .ruled(PATTERNS, TrackerConfig::lines);
    public static final ConfigKey<List<String>> IGNORE_ROUTES = list(
            "tracker.ignore.routes",
            false,
            "routes or paths separated by commas, with * for anything",
            "Requests whose events are counted, not stored: GET /orders/*, /internal/*.");
    public static final ConfigKey<List<String>> IGNORE_STATUSES = list(
            "tracker.ignore.statuses",
            false,
            "status codes such as 404, 4xx or 500-503, separated by commas",
            "Answers whose events are counted, not stored.");
    public static final ConfigKey<List<String>> IGNORE_USER_AGENTS = list(
            "tracker.ignore.user-agents",
            false,
            "parts of user agents separated by commas, with * for anything",
            "User agents whose events are counted, not stored.");
    public static final ConfigKey<List<String>> IGNORE_ENTRY_POINTS = list(
            "tracker.ignore.entry-points",
            false,
            "kinds or names of entry points separated by commas, with * for anything",
            "Entry points whose events are counted, not stored: ejb, logging, NightlyReport.run.");
    public static final ConfigKey<Boolean> IGNORE_CLIENT_ERRORS =
            flag("tracker.ignore.client-errors", true, "Whether failures answered with a 4xx are counted, not stored.");
    public static final ConfigKey<Boolean> IGNORE_CLIENT_ABORTS = flag(
            "tracker.ignore.client-aborts",
            true,
            "Whether failures to write to a client that left are counted, not stored.");
    public static final ConfigKey<Boolean> IGNORE_HEALTH_CHECKS = flag(
            "tracker.ignore.health-checks", true, "Whether failures of health-check paths are counted, not stored.");
    public static final ConfigKey<Boolean> IGNORE_BOTS = flag(
            "tracker.ignore.bots", true, "Whether failures that robots and scanners ask for are counted, not stored.");
    public static final ConfigKey<Boolean> IGNORE_OWN_PAGES = flag(
            "tracker.ignore.own-pages", true, "Whether failures on the tracker's own pages are counted, not stored.");
    public static final ConfigKey<List<String>> SCRUB_KEYS =
            list("tracker.scrub.keys", false, WORDS, "Further words in names whose values are scrubbed.");
    public static final ConfigKey<List<String>> SCRUB_KEEP = list(
            "tracker.scrub.keep",
            false,
            WORDS,
            "Names whose values are kept although a default rule would scrub them.");
    public static final ConfigKey<List<String>> SCRUB_PATTERNS = list(
                    "tracker.scrub.patterns", false, PATTERNS, "Further values that are scrubbed.")
            .ruled(PATTERNS, TrackerConfig::lines);
    public static final ConfigKey<Optional<String>> GROUPING_RULES = text(
            "tracker.grouping.rules",
            "rules separated by line breaks or semicolons",
            "Rules for custom fingerprints; docs/grouping.md has their syntax.");
    public static final ConfigKey<Integer> QUEUE_CAPACITY =
            number("tracker.queue.capacity", 1_024, 16, 65_536, "events", "How many events may wait for the writer.");
    public static final ConfigKey<Integer> QUEUE_MEBIBYTES =
            number("tracker.queue.mebibytes", 32, 1, 1_024, "MiB", "How much memory waiting events may take.");
    public static final ConfigKey<Integer> STORM_PER_MINUTE = number(
            "tracker.storm.per-minute",
            100,
            1,
            1_000_000,
            "events",
            "How many events of one issue are stored in a minute; of more only the counters move.");
    public static final ConfigKey<Integer> QUOTA_EVENTS_PER_HOUR = number(
            "tracker.quota.events-per-hour",
            20_000,
            0,
            100_000_000,
            "events",
            "How many events are stored in an hour by one node; of more only the counters move; 0 for as many as come.");
    public static final ConfigKey<Integer> SHUTDOWN_SECONDS = number(
            "tracker.shutdown-seconds", 2, 0, 60, "s", "How long waiting events may still be stored at undeployment.");
    public static final ConfigKey<Optional<String>> STORE_DIRECTORY = text(
            "tracker.store.directory",
            "a directory, which is made if it is missing",
            "Where the embedded database lies; unset, the server's own data directory.");
    public static final ConfigKey<Optional<String>> STORE_URL = text(
                    "tracker.store.url", "", "A database to use in place of the embedded one.")
            .ruled("a JDBC URL that begins with jdbc:postgresql:", TrackerConfig::postgresUrl);
    public static final ConfigKey<Optional<String>> STORE_USER =
            text("tracker.store.user", ANY, "The user of tracker.store.url.");
    public static final ConfigKey<Optional<String>> STORE_PASSWORD =
            secretText("tracker.store.password", ANY, "The password of tracker.store.url.");
    public static final ConfigKey<Optional<String>> STORE_DATA_SOURCE = text(
            "tracker.store.data-source",
            "a global JNDI name of a data source that leads to PostgreSQL",
            "A data source of the server's, in place of tracker.store.url: java:jboss/datasources/errors.");
    public static final ConfigKey<Integer> RETENTION_DAYS =
            number("tracker.retention.days", 90, 1, 3_650, "d", "How long events are kept.");
    public static final ConfigKey<Integer> RETENTION_EVENTS =
            number("tracker.retention.events", 20_000, 100, 100_000_000, "events", "How many events are kept.");
    public static final ConfigKey<Integer> RETENTION_MEBIBYTES =
            number("tracker.retention.mebibytes", 512, 16, 1_048_576, "MiB", "How large the store may grow.");
    public static final ConfigKey<Integer> RETENTION_ARTIFACT_MEBIBYTES = number(
            "tracker.retention.artifact-mebibytes",
            512,
            1,
            1_048_576,
            "MiB",
            "How much of source maps and the files they are of is kept.");
    public static final ConfigKey<String> PATH = new ConfigKey<>(
            "tracker.path",
            "text",
            "",
            "/errors",
            "a path such as /errors, without a slash at its end",
            false,
            "Where the pages are, below the context path.",
            TrackerConfig::path);
    public static final ConfigKey<Optional<String>> BASE_URL = text(
                    "tracker.base-url",
                    "",
                    "The application's address as people reach it, for links: https://shop.example/shop.")
            .ruled("an http or https URL without query, and without a slash at its end", TrackerConfig::baseUrl);
    public static final ConfigKey<Optional<String>> ADMIN_ROLE =
            text("tracker.admin.role", ANY, "The container's role that may see and change everything.");
    public static final ConfigKey<Optional<String>> VIEWER_ROLE =
            text("tracker.viewer.role", ANY, "The container's role that may look.");
    public static final ConfigKey<Optional<String>> ADMIN_PASSWORD_HASH = secretText(
            "tracker.admin.password-hash",
            "what `java -jar tracker-core.jar hash-password` prints",
            "The hash of the password of the tracker's own sign-in page.");
    public static final ConfigKey<Optional<String>> ADMIN_PASSWORD = secretText(
            "tracker.admin.password",
            "set by the environment or a system property, never in a file of the deployment",
            "The password of the tracker's own sign-in page, where the environment injects it.");
    public static final ConfigKey<List<String>> API_TOKENS = list(
            "tracker.api.tokens",
            true,
            "tokens, or sha256: and their hash, each with read, write or upload behind it or none for all, separated by commas",
            "Bearer tokens that may use the web API, and what for.");
    public static final ConfigKey<Boolean> DEV =
            flag("tracker.dev", false, "Whether the pages are open without sign-in to a browser on this very machine.");
    public static final ConfigKey<Boolean> INGEST_ENABLED = flag(
            "tracker.ingest.enabled", false, "Whether browsers and other programs may send events with Sentry's SDKs.");
    public static final ConfigKey<String> INGEST_PATH = new ConfigKey<>(
            "tracker.ingest.path",
            "text",
            "",
            "/errors-ingest",
            "a path such as /errors-ingest, without a slash at its end",
            false,
            "Where they are sent to, below the context path.",
            TrackerConfig::path);
    public static final ConfigKey<List<String>> INGEST_KEYS = list(
                    "tracker.ingest.keys",
                    false,
                    KEY_RULE,
                    "The public keys they are sent with; unset, one is made and kept, and the pages can make new ones.")
            .ruled(KEY_RULE, TrackerConfig::publicKeys);
    public static final ConfigKey<List<String>> INGEST_ORIGINS = list(
                    "tracker.ingest.origins",
                    false,
                    ORIGIN_RULE,
                    "Whose pages may send; unset, what the pages say, and this application's own in any case.")
            .ruled(ORIGIN_RULE, TrackerConfig::origins);

    private static final List<ConfigKey<?>> OWN = List.of(
            ENABLED,
            ENVIRONMENT,
            RELEASE,
            DIST,
            SERVER_NAME,
            PROJECT,
            IN_APP_PACKAGES,
            CAPTURE_ARGUMENTS,
            CAPTURE_LOGS,
            SEND_DEFAULT_PII,
            SAMPLE_RATE,
            IGNORE_EXCEPTIONS,
            IGNORE_MESSAGES,
            IGNORE_ROUTES,
            IGNORE_STATUSES,
            IGNORE_USER_AGENTS,
            IGNORE_ENTRY_POINTS,
            IGNORE_CLIENT_ERRORS,
            IGNORE_CLIENT_ABORTS,
            IGNORE_HEALTH_CHECKS,
            IGNORE_BOTS,
            IGNORE_OWN_PAGES,
            SCRUB_KEYS,
            SCRUB_KEEP,
            SCRUB_PATTERNS,
            GROUPING_RULES,
            QUEUE_CAPACITY,
            QUEUE_MEBIBYTES,
            STORM_PER_MINUTE,
            QUOTA_EVENTS_PER_HOUR,
            SHUTDOWN_SECONDS,
            STORE_DIRECTORY,
            STORE_URL,
            STORE_USER,
            STORE_PASSWORD,
            STORE_DATA_SOURCE,
            RETENTION_DAYS,
            RETENTION_EVENTS,
            RETENTION_MEBIBYTES,
            RETENTION_ARTIFACT_MEBIBYTES,
            PATH,
            BASE_URL,
            ADMIN_ROLE,
            VIEWER_ROLE,
            ADMIN_PASSWORD_HASH,
            ADMIN_PASSWORD,
            API_TOKENS,
            DEV,
            INGEST_ENABLED,
            INGEST_PATH,
            INGEST_KEYS,
            INGEST_ORIGINS);

    private static final List<ConfigKey<?>> KEYS =
            Stream.concat(OWN.stream(), AlertKeys.ALL.stream()).toList();

    private final Map<ConfigKey<?>, Object> values;

    private TrackerConfig(Map<ConfigKey<?>, Object> values) {
        this.values = values;
    }

    /** Every key there is, in the order of the README's table. */
    public static List<ConfigKey<?>> keys() {
        return KEYS;
    }

    /** @throws ConfigException for the first value that breaks its rule, naming key, value and rule */
    public static TrackerConfig read(Settings settings) {
        Map<ConfigKey<?>, Object> values = new LinkedHashMap<>();
        for (ConfigKey<?> key : KEYS) {
            String written = settings.find(key.name())
                    .map(setting -> allowed(key, setting))
                    .orElse("");
            values.put(key, key.parse(written.isBlank() ? key.defaultText() : written));
        }
        return new TrackerConfig(values);
    }

    private static String allowed(ConfigKey<?> key, Settings.Setting setting) {
        if (key.equals(ADMIN_PASSWORD)
                && setting.insideDeployment()
                && !setting.value().isBlank()) {
            throw new ConfigException(key, setting.value(), "it must be " + key.rule());
        }
        return setting.value();
    }

    /** The value of a key. */
    @SuppressWarnings("unchecked") // put there by the key's own parser
    public <T> T get(ConfigKey<T> key) {
        return (T) Objects.requireNonNull(values.get(key), key.name());
    }

    private static Optional<String> projectName(String text) {
        if (!text.matches("[A-Za-z0-9-]{0,32}")) {
            throw new IllegalArgumentException();
        }
        return text.isEmpty() ? Optional.empty() : Optional.of(text);
    }

    static List<String> lines(String text) {
        return text.lines()
                .flatMap(line -> List.of(line.split(";", -1)).stream())
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .toList();
    }

    private static Optional<String> postgresUrl(String text) {
        if (text.isEmpty()) {
            return Optional.empty();
        }
        if (!text.startsWith("jdbc:postgresql:")) {
            throw new IllegalArgumentException();
        }
        return Optional.of(text);
    }

    private static String path(String text) {
        if (!text.matches("(/[A-Za-z0-9._~-]+)+")) {
            throw new IllegalArgumentException();
        }
        return text;
    }

    private static List<String> publicKeys(String text) {
        return listOf(text, "[0-9a-f]{32}");
    }

    private static List<String> origins(String text) {
        return listOf(text, "\\*|https?://[^/?#\\s@,]+");
    }

    private static List<String> listOf(String text, String each) {
        List<String> items = Stream.of(text.split(",", -1))
                .map(String::strip)
                .filter(item -> !item.isEmpty())
                .toList();
        if (!items.stream().allMatch(item -> item.matches(each))) {
            throw new IllegalArgumentException();
        }
        return items;
    }

    private static Optional<String> baseUrl(String text) {
        if (text.isEmpty()) {
            return Optional.empty();
        }
        if (!text.matches("https?://[^/?#\\s@]+(/[^?#\\s]*[^/?#\\s])?")) {
            throw new IllegalArgumentException();
        }
        return Optional.of(text);
    }
}
