package io.errortracker.scrub;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.UUID;
import java.util.function.Function;

/** Lines as logs and exceptions hold them, full of what looks like a secret and is none. The same for every run. */
final class BenignLines {
    private final Random random = new Random(20_261_123);

    /** What frameworks and databases say, word for word or with other names and numbers. */
    private static final List<String> SAID = List.of(
            "Cannot invoke \"com.acme.shop.Basket.lines()\" because \"basket\" is null",
            "Index {small} out of bounds for length {small}",
            "class com.acme.{Type} cannot be cast to class com.acme.{Type} (com.acme.{Type} is in unnamed module of loader 'app')",
            "For input string: \"{order}\"",
            "No enum constant com.acme.shop.Status.{CONST}",
            "Connection refused: connect to {private}:{port}",
            "connect timed out after {millis} ms to {private}:{port}",
            "Read timed out",
            "Connection reset by peer",
            "java.net.UnknownHostException: {host}: Name or service not known",
            "HTTP 503 Service Unavailable from {url}",
            "Server returned HTTP response code: {status} for URL: {url}",
            "could not execute statement [Unique index or primary key violation: \"PUBLIC.CONSTRAINT_INDEX_{small} ON PUBLIC.ITEM(SKU NULLS FIRST)\"]",
            "ERROR: duplicate key value violates unique constraint \"{table}_pkey\" Detail: Key (id)=({order}) already exists.",
            "ERROR: null value in column \"{column}\" of relation \"{table}\" violates not-null constraint",
            "Row was updated or deleted by another transaction (or unsaved-value mapping was incorrect): com.acme.{Type}#{order}",
            "failed to lazily initialize a collection of role: com.acme.{Type}.lines: could not initialize proxy - no Session",
            "ORA-00001: unique constraint (SHOP.{CONST}_PK) violated",
            "ORA-12541: TNS:no listener, host {host} port {port}",
            "Deadlock found when trying to get lock; try restarting transaction",
            "Data truncation: Data too long for column '{column}' at row {small}",
            "select o1_0.id,o1_0.total,o1_0.customer_id from orders o1_0 where o1_0.customer_id=? and o1_0.created>? order by o1_0.id fetch first ? rows only",
            "insert into {table} (id, created, total, version) values (?, ?, ?, ?)",
            "update {table} set version={small}, total={price} where id={order} and version={small}",
            "delete from session_cache where expires < {epoch}",
            "Transaction marked as rollback only: STATUS_MARKED_ROLLBACK, id {hex32}",
            "ARJUNA016051: thread is already associated with a transaction! 0:ffff{hex8}:{hex8}:{hex8}:{small}",
            "WFLYEJB0034: Jakarta Enterprise Beans Invocation failed on component {Type} for method public void com.acme.{Type}.run()",
            "RESTEASY002010: Failed to execute: jakarta.ws.rs.NotFoundException: RESTEASY003210: Could not find resource for full path: {url}",
            "UT005023: Exception handling request to /shop/orders/{order}",
            "SRVE0777E: Exception thrown by application class 'com.acme.{Type}.doGet:{small}'",
            "Servlet.service() for servlet [{bean}] in context with path [/shop] threw exception",
            "Unable to locate {Type} by key [{order}] in cache region com.acme.{Type}",
            "Validation failed for classes [com.acme.{Type}] during persist time for groups [jakarta.validation.groups.Default, ]",
            "{column} must be greater than or equal to {small}",
            "Unrecognized field \"{column}\" (class com.acme.{Type}), not marked as ignorable ({small} known properties: \"id\", \"total\", \"lines\"])",
            "Unexpected character ('<' (code 60)): expected a valid value (JSON String, Number, Array, Object or token 'null', 'true' or 'false')",
            "unexpected token: END near line {small}, column {small} [select i from Item i where i.sku = :sku END]",
            "JSON parse error: Unexpected token: '}' at line {small}",
            "Text '{day}' could not be parsed at index {small}",
            "Could not resolve placeholder '{column}' in value \"${{column}}\"",
            "Circular dependency between beans: {bean} -> {bean} -> {bean}",
            "WELD-001408: Unsatisfied dependencies for type {Type} with qualifiers @Default at injection point [BackedAnnotatedField] @Inject private com.acme.{Type}.service",
            "Failed to start bean '{bean}'; nested exception is java.lang.IllegalStateException",
            "Task {uuid} rejected from java.util.concurrent.ThreadPoolExecutor@{hex8}[Running, pool size = {small}, active threads = {small}, queued tasks = {small}, completed tasks = {order}]",
            "Java heap space; heap used {small} MiB of {small} MiB after {millis} ms",
            "GC overhead limit exceeded",
            "Pausing young collection took {millis} ms, {bytes} -> {bytes}",
            "Too many open files: /var/lib/shop/index/segment-{hex8}.cfs",
            "No space left on device: /var/log/shop/server.log.{small}",
            "Permission denied: /srv/shop/export/{day}/orders-{order}.csv",
            "java.nio.file.NoSuchFileException: /opt/wildfly/standalone/data/{uuid}/content",
            "Unsupported class file major version {small}",
            "NoSuchMethodError: 'void com.acme.{Type}.<init>(java.lang.String, int)'",
            "ClassNotFoundException: org.postgresql.Driver from [Module \"deployment.shop.war\" from Service Module Loader]",
            "Failed to authenticate user: account is locked",
            "Authentication failed: no credentials were sent",
            "Login failed for user 'shop'",
            "The token has expired at {iso}",
            "Token type must be Bearer",
            "Bearer authentication is required",
            "basic authentication is disabled",
            "Invalid CSRF token found for {url}",
            "No AuthenticationProvider found for org.acme.AuthService",
            "Session {small} of {small} is idle for {millis} ms",
            "Password must have at least {small} characters",
            "Passwords do not match",
            "Secret rotation finished in {millis} ms",
            "API key quota exceeded",
            "Access denied: role shop-admin is required for /admin/{bean}",
            "Certificate for <{host}> doesn't match any of the subject alternative names: [{host}]",
            "PKIX path building failed: unable to find valid certification path to requested target",
            "certificate serial {hex40} expired on {iso}",
            "Received fatal alert: handshake_failure",
            "Circuit breaker '{bean}' is OPEN and does not permit further calls",
            "Retry {small}/{small} in {millis} ms for {url}",
            "Rate limit exceeded: {small} requests in {millis} ms, retry after {iso}",
            "Message {uuid} was redelivered {small} times, moved to DLQ.orders",
            "AMQ{sixdigits}: Connection failure to {private}:{port} has been detected",
            "Offset {epoch} is out of range for partition orders-{small}",
            "Job {bean} with execution id {order} ended with status FAILED after {millis} ms",
            "Timer {bean} missed its schedule at {iso}",
            "Lock held by node {host} since {epoch}",
            "Cluster view changed: [{host}|{small}] ({small}) [{host}, {host}]",
            "Leader election: {host} won term {small}",
            "Deployed \"shop.war\" (runtime-name : \"shop.war\") in {millis} ms",
            "HikariPool-1 - Connection is not available, request timed out after {millis}ms (total={small}, active={small}, idle={small}, waiting={small})",
            "jdbc:postgresql://{host}:{port}/shop?ssl=true&connectTimeout={small} is unreachable",
            "jdbc:h2:file:/var/lib/shop/data is locked",
            "Flyway: Migrating schema \"public\" to version \"{small}.{small} - add {column}\"",
            "The last packet sent successfully to the server was {millis} milliseconds ago",
            "TypeError: Cannot read properties of undefined (reading '{column}')",
            "ChunkLoadError: Loading chunk {small} failed. (https://shop.example/assets/{hex8}.js)",
            "ResizeObserver loop completed with undelivered notifications.",
            "Non-Error promise rejection captured with value: Timeout",
            "Failed to fetch dynamically imported module: https://shop.example/assets/checkout-{hex8}.js",
            "Minified React error #{small}; visit https://react.dev/errors/{small} for the full message");

    /** What applications say of their own things. */
    private static final List<String> NUMBERS = List.of(
            "Order {order} not found",
            "order no. {order} of customer {order} was shipped twice",
            "Invoice {invoice} does not add up: {price} EUR",
            "Parcel {tracking} is delayed until {day}",
            "Article {ean} is sold out, next delivery {day}",
            "ISBN {isbn} is unknown",
            "Sensor {imei} did not answer",
            "Device {mac} left the network",
            "Call +{phone} back before {iso}",
            "fax ({area}) {three}-{four} is busy",
            "phone {area}-{three}-{four} has no voicemail",
            "hotline 0800 {three} {four} closed",
            "Batch {epoch}-{small} finished: {order} rows in {millis} ms",
            "request {uuid} took {millis} ms",
            "trace {hex32} span {hex16} sampled",
            "commit {hex40} is not an ancestor of {hex8}",
            "sha256 {hex64} differs from {hex64}",
            "md5 {hex32} of orders-{day}.csv does not match",
            "etag W/\"{hex16}\" is stale",
            "snowflake {snowflake} is from the future",
            "ulid 01{ulid} is not sortable",
            "object id {hex24} has no parent",
            "build {version}-{hex8} of {iso}",
            "release {version} on Java {version} and WildFly {version}.Final",
            "com.acme:shop-core:jar:{version}-SNAPSHOT was not found in https://repo.acme.example/maven",
            "Chrome {version} on Windows 10.0.{small}",
            "driver version {version}.{small} is older than {version}.{small}",
            "offset {nanos} ns since {epoch}",
            "micros {micros}, millis {epoch}, seconds {seconds}",
            "temperature {price} at {iso}, humidity {small} %",
            "coordinates {price}, {price} are outside of zone {small}",
            "vat id missing for customer {order}",
            "page {small} of {order} at {url}",
            "thread default task-{small} (0x{hex16}) waits for lock 0x{hex16}",
            "java.lang.Object@{hex8} is not serializable",
            "pod shop-{hex8}-{ulid5} restarted {small} times",
            "image registry.acme.example/shop:{version}@sha256:{hex64} was pulled in {millis} ms",
            "/srv/shop/releases/{version}/lib/shop-core-{version}.jar",
            "GET /orders/{order}/lines/{small} -> {status} in {millis} ms",
            "user 42 put {small} of {ean} into basket {uuid}",
            "counter 4{fifteen}0 reached",
            "serial number {serial} is out of warranty",
            "balance of ledger {ledger} is {price}");

    private static final String[] HOSTS = {"db-1.acme.example", "node-2", "cache.internal", "mq.shop.svc.cluster.local"
    };
    private static final String[] TYPES = {"Order", "Basket", "TokenFilter", "AuthService", "PasswordPolicy", "Customer"
    };
    private static final String[] BEANS = {
        "orderService", "tokenRefresher", "authFilter", "nightlyReport", "secretManager"
    };
    private static final String[] TABLES = {"orders", "order_line", "customer", "stock_item"};
    private static final String[] COLUMNS = {"total", "created", "quantity", "token_type", "auth_method", "sku"};
    private static final String[] STATUSES = {"400", "404", "409", "500", "502", "504"};

    static List<String> lines(int count) {
        BenignLines lines = new BenignLines();
        List<String> all = new ArrayList<>();
        while (all.size() < count) {
            List<String> from = all.size() % 2 == 0 ? SAID : NUMBERS;
            all.add(lines.filled(from.get(all.size() / 2 % from.size())));
        }
        return all;
    }

    private String filled(String template) {
        StringBuilder line = new StringBuilder();
        int at = 0;
        for (int open = template.indexOf('{'); open >= 0; open = template.indexOf('{', at)) {
            int close = template.indexOf('}', open);
            Function<BenignLines, String> part = close < 0 ? null : part(template.substring(open + 1, close));
            line.append(template, at, part == null ? open + 1 : open);
            line.append(part == null ? "" : part.apply(this));
            at = part == null ? open + 1 : close + 1;
        }
        return line.append(template.substring(at)).toString();
    }

    private static Function<BenignLines, String> part(String name) {
        return switch (name) {
            case "small" -> lines -> String.valueOf(lines.random.nextInt(200));
            case "millis" -> lines -> String.valueOf(lines.random.nextInt(60_000));
            case "bytes" -> lines -> lines.random.nextInt(4_000) + "M";
            case "port" -> lines -> String.valueOf(1_024 + lines.random.nextInt(60_000));
            case "status" -> lines -> lines.any(STATUSES);
            case "order" -> lines -> lines.digits(5 + lines.random.nextInt(8));
            case "sixdigits" -> lines -> lines.digits(6);
            case "invoice" -> lines -> "R-2026-" + lines.digits(6);
            case "price" -> lines -> String.format(Locale.ROOT, "%.2f", lines.random.nextDouble() * 500);
            case "tracking" ->
                lines -> lines.random.nextBoolean() ? "1Z" + lines.digits(16) : "0034" + lines.digits(16);
            case "ean" -> lines -> "40" + lines.digits(11);
            case "isbn" -> lines -> "978-3-" + lines.digits(2) + "-" + lines.digits(6) + "-" + lines.digits(1);
            case "imei" -> lines -> "35" + lines.digits(13);
            case "serial" -> lines -> "SN" + lines.digits(12);
            case "ledger" -> lines -> "1" + lines.digits(15);
            case "fifteen" -> lines -> lines.digits(10);
            case "mac" -> lines -> HexFormat.ofDelimiter(":").formatHex(lines.bytes(6));
            case "phone" -> lines -> "49 30 " + lines.digits(4) + " " + lines.digits(3);
            case "area", "three" -> lines -> lines.digits(3);
            case "four" -> lines -> lines.digits(4);
            case "epoch" -> lines -> "17" + lines.digits(11);
            case "seconds" -> lines -> "17" + lines.digits(8);
            case "micros" -> lines -> "17" + lines.digits(14);
            case "nanos" -> lines -> "17" + lines.digits(17);
            case "snowflake" -> lines -> "1" + lines.digits(18);
            case "uuid" -> lines -> new UUID(lines.random.nextLong(), lines.random.nextLong()).toString();
            case "ulid" -> lines -> lines.letters(24);
            case "ulid5" -> lines -> lines.letters(5).toLowerCase(Locale.ROOT);
            case "hex8" -> lines -> HexFormat.of().formatHex(lines.bytes(4));
            case "hex16" -> lines -> HexFormat.of().formatHex(lines.bytes(8));
            case "hex24" -> lines -> HexFormat.of().formatHex(lines.bytes(12));
            case "hex32" -> lines -> HexFormat.of().formatHex(lines.bytes(16));
            case "hex40" -> lines -> HexFormat.of().formatHex(lines.bytes(20));
            case "hex64" -> lines -> HexFormat.of().formatHex(lines.bytes(32));
            case "version" ->
                lines -> lines.random.nextInt(30) + "." + lines.random.nextInt(20) + "." + lines.random.nextInt(40);
            case "iso" ->
                lines -> String.format(
                        "2026-%02d-%02dT%02d:%02d:%02d.%03dZ",
                        1 + lines.random.nextInt(12),
                        1 + lines.random.nextInt(28),
                        lines.random.nextInt(24),
                        lines.random.nextInt(60),
                        lines.random.nextInt(60),
                        lines.random.nextInt(1_000));
            case "day" ->
                lines -> String.format("2026-%02d-%02d", 1 + lines.random.nextInt(12), 1 + lines.random.nextInt(28));
            case "private" ->
                lines -> (lines.random.nextBoolean() ? "10." + lines.random.nextInt(256) : "192.168") + "."
                        + lines.random.nextInt(256) + "." + lines.random.nextInt(256);
            case "host" -> lines -> lines.any(HOSTS);
            case "url" -> lines -> "https://api.acme.example/v2/orders/" + lines.digits(6) + "?page=" + lines.digits(2);
            case "Type" -> lines -> lines.any(TYPES);
            case "bean" -> lines -> lines.any(BEANS);
            case "table" -> lines -> lines.any(TABLES);
            case "column" -> lines -> lines.any(COLUMNS);
            case "CONST" -> lines -> lines.any(TABLES).toUpperCase(Locale.ROOT);
            default -> null;
        };
    }

    private String any(String[] of) {
        return of[random.nextInt(of.length)];
    }

    private byte[] bytes(int count) {
        byte[] bytes = new byte[count];
        random.nextBytes(bytes);
        return bytes;
    }

    private String digits(int count) {
        StringBuilder digits = new StringBuilder(count);
        digits.append(1 + random.nextInt(9));
        while (digits.length() < count) {
            digits.append(random.nextInt(10));
        }
        return digits.toString();
    }

    private String letters(int count) {
        String alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
        StringBuilder letters = new StringBuilder(count);
        while (letters.length() < count) {
            letters.append(alphabet.charAt(random.nextInt(alphabet.length())));
        }
        return letters.toString();
    }
}
