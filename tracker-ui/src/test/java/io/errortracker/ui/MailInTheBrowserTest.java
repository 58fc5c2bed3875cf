package io.errortracker.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.errortracker.Settings;
import io.errortracker.TrackerConfig;
import io.errortracker.boot.Deployment;
import io.errortracker.boot.TrackerRuntime;
import io.errortracker.event.User;
import jakarta.mail.BodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A failure becomes a mail that goes through a real SMTP server and is looked at in a real browser; {@code target/screenshots}. */
@Timeout(180)
class MailInTheBrowserTest {
    private static final Path FOLDER = Path.of("target", "screenshots");

    @TempDir
    Path directory;

    @Test
    void a_mail_about_a_new_issue_is_drawn_with_its_picture_and_runs_nothing() throws Exception {
        GreenMail smtp = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        smtp.start();
        try (TrackerRuntime runtime = start(smtp.getSmtp().getPort());
                Chromium browser = new Chromium()) {
            runtime.tracker()
                    .captureException(
                            new IllegalStateException("The card of <script>document.title='run'</script> has expired"),
                            event -> event.user(User.withId("42")).tag("section", "checkout"));
            runtime.tracker().flush(Duration.ofSeconds(30));
            assertThat(smtp.waitForIncomingEmail(60_000, 1)).isTrue();

            Path page = directory.resolve("mail.html");
            Files.writeString(page, html(smtp.getReceivedMessages()[0]));
            Files.createDirectories(FOLDER);
            for (int width : new int[] {760, 390}) {
                browser.screen(width, 720, "light").open(page.toUri().toString());
                Files.write(FOLDER.resolve("mail-" + width + ".png"), browser.picture());
                assertThat(browser.run("return document.images[0].naturalWidth"))
                        .isEqualTo(1_104L);
                assertThat(browser.run("return document.title")).isNotEqualTo("run");
                assertThat(browser.run("return document.documentElement.scrollWidth <= window.innerWidth"))
                        .isEqualTo(true);
            }
        } finally {
            smtp.stop();
        }
    }

    private TrackerRuntime start(int port) {
        Map<String, String> settings = Map.of(
                "tracker.store.directory", directory.toString(),
                "tracker.base-url", "https://shop.example/shop",
                "tracker.release", "1.4.3",
                "tracker.mail.host", "127.0.0.1",
                "tracker.mail.port", String.valueOf(port),
                "tracker.mail.tls", "off",
                "tracker.mail.from", "tracker@shop.example",
                "tracker.mail.to", "ops@shop.example");
        TrackerConfig config = TrackerConfig.read(
                key -> Optional.ofNullable(settings.get(key)).map(value -> new Settings.Setting(value, false)));
        Deployment deployment = new Deployment(
                getClass().getClassLoader(), "/shop", "Test Server 1.0", Set.of("io.errortracker.ui"), path -> null);
        return TrackerRuntime.start(deployment, config, Clock.systemUTC());
    }

    /** As a mail program shows it: what is attached stands where it is named. */
    private static String html(MimeMessage mail) throws Exception {
        Map<String, byte[]> parts = new HashMap<>();
        collect((MimeMultipart) mail.getContent(), parts);
        String html = new String(parts.get("text/html"), StandardCharsets.UTF_8);
        String picture = "data:image/png;base64," + Base64.getEncoder().encodeToString(parts.get("image/png"));
        return html.replaceAll("cid:[^\"]+", picture);
    }

    private static void collect(MimeMultipart multipart, Map<String, byte[]> parts) throws Exception {
        for (int i = 0; i < multipart.getCount(); i++) {
            BodyPart part = multipart.getBodyPart(i);
            if (part.getContent() instanceof MimeMultipart inner) {
                collect(inner, parts);
            } else {
                parts.put(
                        part.getContentType().replaceFirst(";.*", ""),
                        part.getInputStream().readAllBytes());
            }
        }
    }
}
