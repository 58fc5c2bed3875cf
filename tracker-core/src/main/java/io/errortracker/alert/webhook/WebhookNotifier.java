package io.errortracker.alert.webhook;

import io.errortracker.alert.Message;
import io.errortracker.alert.NotSent;
import io.errortracker.alert.Notifier;
import io.errortracker.health.OneLine;
import io.errortracker.store.alert.AlertAction;
import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import javax.net.ssl.SSLSocketFactory;
import org.jspecify.annotations.Nullable;

/**
 * Posts alerts to webhooks. The one of the configuration may be anywhere; those that rules name must be on the public Internet, for a
 * rule can be made by whoever may enter the pages, and the server can reach what that person cannot.
 *
 * @since 0.1.0
 */
public final class WebhookNotifier implements Notifier {
    /** Never right the next time either. */
    private static final Set<Integer> FOR_GOOD = Set.of(400, 405, 410, 413, 415, 422);

    private final WebhookSettings settings;
    private final Resolver resolver;
    private final PinnedClient client;
    private final Clock clock;

    /** Finds the addresses of a host. */
    @FunctionalInterface
    interface Resolver {
        InetAddress[] resolve(String host) throws UnknownHostException;
    }

    public WebhookNotifier(WebhookSettings settings, Clock clock) {
        this(settings, InetAddress::getAllByName, (SSLSocketFactory) SSLSocketFactory.getDefault(), clock);
    }

    WebhookNotifier(WebhookSettings settings, Resolver resolver, SSLSocketFactory tls, Clock clock) {
        this.settings = settings;
        this.resolver = resolver;
        this.client = new PinnedClient(tls);
        this.clock = clock;
    }

    @Override
    public AlertAction.Kind kind() {
        return AlertAction.Kind.WEBHOOK;
    }

    @Override
    public boolean isSetUp() {
        return settings.url() != null;
    }

    @Override
    public @Nullable String problem() {
        return null;
    }

    @Override
    public String destination(@Nullable String target) {
        String url = target == null ? settings.url() : target.substring(target.indexOf(' ') + 1);
        try {
            return url == null ? "only where rules say" : TargetUrl.parse(url).shown();
        } catch (IllegalArgumentException unreadable) {
            return "an address that cannot be read";
        }
    }

    @Override
    public void send(Message message) throws NotSent {
        String target = message.action().target();
        String own = settings.url();
        if (target != null) {
            int space = target.indexOf(' ');
            post(message, parse(target.substring(space + 1)), shape(target.substring(0, Math.max(0, space))), true);
        } else if (own != null) {
            post(message, parse(own), settings.shape(), false);
        } else {
            throw NotSent.yet("No webhook is set up: set tracker.webhook.url, or name one in the rule.");
        }
    }

    private static TargetUrl parse(String url) throws NotSent {
        try {
            return TargetUrl.parse(url);
        } catch (IllegalArgumentException unreadable) {
            throw NotSent.ever(OneLine.of(String.valueOf(unreadable.getMessage()), 200));
        }
    }

    private static Shape shape(String name) throws NotSent {
        Shape shape = Shape.ofAction(name).orElse(null);
        if (shape == null) {
            throw NotSent.ever("There is no webhook of the kind " + OneLine.of(name, 50) + ".");
        }
        return shape;
    }

    private void post(Message message, TargetUrl url, Shape shape, boolean guarded) throws NotSent {
        byte[] body = shape.json(message).getBytes(StandardCharsets.UTF_8);
        InetAddress[] addresses = addresses(url, guarded);
        IOException failure = new IOException("it has no address");
        for (InetAddress address : addresses) {
            try {
                judge(client.post(url, address, headers(message, body), body));
                return;
            } catch (IOException failed) {
                failure = failed;
            }
        }
        throw NotSent.yet(OneLine.of(url.shown() + " could not be reached: " + failure.getMessage(), 300));
    }

    /** Resolved once, and every address must pass: which of them is taken is not for a stranger's name server to choose. */
    private InetAddress[] addresses(TargetUrl url, boolean guarded) throws NotSent {
        InetAddress[] addresses;
        try {
            addresses = resolver.resolve(url.host());
        } catch (UnknownHostException unknown) {
            throw NotSent.yet(url.shown() + " is not known to the name service.");
        }
        for (InetAddress address : addresses) {
            if (guarded && !GlobalAddress.is(address)) {
                throw NotSent.ever(
                        url.shown() + " is not on the public Internet. Only tracker.webhook.url may be elsewhere.");
            }
        }
        return addresses;
    }

    private static void judge(int status) throws NotSent {
        if (status >= 200 && status < 300) {
            return;
        }
        if (status >= 300 && status < 400) {
            throw NotSent.ever("It answered " + status + "; redirects are not followed.");
        }
        String why = "It answered " + status + ".";
        throw FOR_GOOD.contains(status) ? NotSent.ever(why) : NotSent.yet(why);
    }

    private Map<String, String> headers(Message message, byte[] body) {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("Content-Type", "application/json; charset=utf-8");
        headers.put("User-Agent", "error-tracker");
        headers.put("Accept", "*/*");
        headers.put("Idempotency-Key", message.key());
        String timestamp = String.valueOf(clock.instant().getEpochSecond());
        headers.put("X-Tracker-Timestamp", timestamp);
        String secret = settings.secret();
        if (secret != null) {
            headers.put("X-Tracker-Signature", "sha256=" + signature(secret, timestamp, body));
        }
        return headers;
    }

    /** HMAC-SHA256 over the timestamp, a full stop and the body, in hex. */
    private static String signature(String secret, String timestamp, byte[] body) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            mac.update((timestamp + ".").getBytes(StandardCharsets.US_ASCII));
            return HexFormat.of().formatHex(mac.doFinal(body));
        } catch (NoSuchAlgorithmException | InvalidKeyException impossible) {
            throw new IllegalStateException("Every JVM has HmacSHA256", impossible);
        }
    }
}
