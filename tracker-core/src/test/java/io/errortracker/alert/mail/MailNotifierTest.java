package io.errortracker.alert.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.errortracker.alert.Links;
import io.errortracker.alert.Message;
import io.errortracker.alert.NotSent;
import io.errortracker.event.Level;
import io.errortracker.store.alert.AlertAction;
import io.errortracker.store.alert.Delivery;
import io.errortracker.store.alert.FiredAlert;
import jakarta.mail.BodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Mails over real SMTP. */
class MailNotifierTest {
    private static final Instant NOW = Instant.parse("2026-11-23T10:00:00Z");
    private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);

    private final GreenMail server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));

    @BeforeEach
    void start() {
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop();
    }

    @Test
    void a_mail_has_a_plain_and_a_rich_part_and_the_hours_as_a_picture() throws Exception {
        notifier().send(message("card expired", new Links("https://shop.example/shop/errors")));

        MimeMessage mail = received();
        assertThat(mail.getSubject()).isEqualTo("[shop] Spike SHOP-42: PaymentDeclined: card expired");
        assertThat(mail.getMessageID()).isEqualTo("<" + "a".repeat(32) + "@example.com>");
        assertThat(mail.getHeader("Auto-Submitted")).containsExactly("auto-generated");
        assertThat(mail.getHeader("References")).containsExactly("<SHOP-42.issue@example.com>");
        assertThat(mail.getSentDate().toInstant()).isEqualTo(NOW);
        assertThat(mail.getAllRecipients())
                .extracting(Object::toString)
                .containsExactly("ops@example.com", "dev@example.com");
        Map<String, byte[]> parts = parts(mail);
        assertThat(text(parts, "text/plain"))
                .contains(
                        "PaymentDeclined: card expired",
                        "PaymentResource.pay",
                        "318 users",
                        "    at shop.PaymentResource.pay (PaymentResource.java:58)",
                        "https://shop.example/shop/errors/issues/SHOP-42");
        assertThat(text(parts, "text/html"))
                .contains(
                        "PaymentResource.pay",
                        "1,204 events, 318 users",
                        "shop.PaymentResource.pay (PaymentResource.java:58)",
                        "href=\"https://shop.example/shop/errors/issues/SHOP-42\"",
                        "src=\"cid:hours." + "a".repeat(32) + "@example.com\"");
        var picture = ImageIO.read(new ByteArrayInputStream(parts.get("image/png")));
        assertThat(picture.getWidth()).isEqualTo(2 * 552);
        assertThat(picture.getRGB(1_080, 100)).as("the latest hour").isEqualTo(0xffd6453d);
    }

    @Test
    void without_a_base_url_it_names_the_issue_and_says_how_to_have_a_link() throws Exception {
        notifier().send(message("x", new Links(null)));

        Map<String, byte[]> parts = parts(received());
        assertThat(text(parts, "text/plain")).contains("Look for SHOP-42", "Set tracker.base-url");
        assertThat(text(parts, "text/html")).contains("Set tracker.base-url").doesNotContain("<a ");
    }

    @Test
    void an_address_of_a_rule_gets_the_mail_instead() throws Exception {
        Message message = message("x", new Links(null));
        notifier()
                .send(new Message(
                        message.key(),
                        message.app(),
                        message.alert(),
                        List.of(),
                        new AlertAction(AlertAction.Kind.MAIL, "boss@example.com"),
                        message.links()));

        assertThat(received().getAllRecipients()).extracting(Object::toString).containsExactly("boss@example.com");
    }

    static Stream<String> injections() {
        return Stream.of(
                "a\r\nBcc: evil@example.com",
                "a\nBcc: evil@example.com",
                "a\rBcc: evil@example.com",
                "a\r\n\r\n<script>alert(1)</script>",
                "a\u0085Bcc: evil@example.com",
                "a\u2028Bcc: evil@example.com",
                "a\u2029Bcc: evil@example.com",
                "a\u000bBcc: evil@example.com",
                "a\u000cBcc: evil@example.com",
                "a\u0000Bcc: evil@example.com",
                "\u001b[2J\u001b[31mred",
                "\u001b]0;title\u0007",
                "\u202eevil\u202c",
                "\u2066evil\u2069",
                "=?utf-8?Q?a=0D=0ABcc:_evil@example.com?=",
                "\r\n.\r\nMAIL FROM:<evil@example.com>",
                "--=_alternative_" + "a".repeat(32),
                "<img src=x onerror=alert(1)>",
                "\"><script>alert(1)</script>",
                "' onmouseover='alert(1)",
                "=cmd|' /C calc'!A0",
                "é".repeat(400),
                "\ud83d\ude00".repeat(200),
                "\ud800");
    }

    @ParameterizedTest
    @MethodSource("injections")
    void one_line_stays_one_line_and_text_stays_text(String hostile) throws Exception {
        notifier().send(message(hostile, new Links("https://shop.example/shop/errors")));

        MimeMessage mail = received();
        assertThat(server.getReceivedMessages()).as("one for each recipient").hasSize(2);
        assertThat(mail.getAllRecipients()).hasSize(2);
        List<String> names = new ArrayList<>();
        for (Enumeration<jakarta.mail.Header> headers = mail.getAllHeaders(); headers.hasMoreElements(); ) {
            names.add(headers.nextElement().getName());
        }
        assertThat(names)
                .containsExactlyInAnyOrder(
                        "Return-Path",
                        "Received",
                        "Date",
                        "From",
                        "To",
                        "Subject",
                        "Message-ID",
                        "References",
                        "Auto-Submitted",
                        "MIME-Version",
                        "Content-Type");
        assertThat(mail.getSubject().codePoints().filter(c -> Character.isISOControl(c) || isBidi(c)))
                .isEmpty();
        assertThat(mail.getSubject().codePointCount(0, mail.getSubject().length()))
                .isLessThanOrEqualTo(120);
        Map<String, byte[]> parts = parts(mail);
        assertThat(parts).containsOnlyKeys("text/plain", "text/html", "image/png");
        assertThat(text(parts, "text/html")).doesNotContain("<script", "<img src=x", "\u001b", "\u202e");
        assertThat(text(parts, "text/plain")).doesNotContain("\u001b", "\u202e").contains("Rule: Spike");
    }

    private static boolean isBidi(int c) {
        return (c >= 0x202a && c <= 0x202e) || (c >= 0x2066 && c <= 0x2069);
    }

    @Test
    void a_server_that_is_not_there_or_wants_encryption_that_it_does_not_offer_is_told_in_words() {
        int port = server.getSmtp().getPort();
        assertThatThrownBy(
                        () -> notifier(port, MailSettings.Encryption.STARTTLS).send(message("x", new Links(null))))
                .isInstanceOf(NotSent.class)
                .hasMessageContaining("STARTTLS");
        server.stop();
        assertThatThrownBy(() -> notifier(port, MailSettings.Encryption.OFF).send(message("x", new Links(null))))
                .isInstanceOf(NotSent.class)
                .hasMessageContaining("The mail server did not take it");
    }

    @Test
    void a_server_that_never_answers_is_given_up() throws Exception {
        try (ServerSocket silent = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            MailNotifier notifier = notifier(silent.getLocalPort(), MailSettings.Encryption.OFF);

            assertThatThrownBy(() -> notifier.send(message("x", new Links(null))))
                    .isInstanceOf(NotSent.class);
        }
    }

    @Test
    void a_mail_session_that_the_server_does_not_have_is_named() {
        MailNotifier notifier = new MailNotifier(
                new MailSettings(new MailSettings.Jndi("java:/mail/None"), null, List.of("ops@example.com")), CLOCK);

        assertThat(notifier.problem()).contains("java:/mail/None", "tracker.mail.jndi");
    }

    @Test
    void without_a_sender_it_says_what_to_set() {
        MailNotifier notifier = new MailNotifier(
                new MailSettings(
                        new MailSettings.Smtp("127.0.0.1", 25, MailSettings.Encryption.OFF, null, null),
                        null,
                        List.of("ops@example.com")),
                CLOCK);

        assertThat(notifier.problem()).contains("tracker.mail.from");
    }

    private MailNotifier notifier() {
        return notifier(server.getSmtp().getPort(), MailSettings.Encryption.OFF);
    }

    private static MailNotifier notifier(int port, MailSettings.Encryption encryption) {
        return new MailNotifier(
                new MailSettings(
                        new MailSettings.Smtp("127.0.0.1", port, encryption, null, null),
                        "tracker@example.com",
                        List.of("ops@example.com", "dev@example.com")),
                CLOCK);
    }

    /** @param foreign what comes from an event */
    static Message message(String foreign, Links links) {
        FiredAlert.Subject subject = new FiredAlert.Subject(
                42,
                "SHOP-42",
                "PaymentDeclined",
                foreign,
                foreign.equals("card expired") ? "PaymentResource.pay" : foreign,
                "POST /orders/{id}/pay",
                Level.ERROR,
                "production",
                "1.4.3",
                "e".repeat(32),
                1_204,
                318,
                LongStream.of(0, 0, 1, 0, 2, 1, 0, 3, 2, 4, 3, 5, 4, 3, 6, 5, 4, 2, 3, 1, 2, 4, 9, 14)
                        .boxed()
                        .toList(),
                List.of(
                        "shop.PaymentResource.pay (PaymentResource.java:58)",
                        "shop.Checkout.charge (Checkout.java:91)"));
        FiredAlert alert = new FiredAlert(
                "a".repeat(32),
                FiredAlert.Kind.SPIKE,
                "spike",
                "Spike",
                "14 events in the last hour; the 24 hours before had 2.6 an hour.",
                NOW,
                subject,
                List.of(AlertAction.of(AlertAction.Kind.MAIL)));
        return Message.of(
                new Delivery(
                        1,
                        alert,
                        List.of(),
                        AlertAction.of(AlertAction.Kind.MAIL),
                        Delivery.State.WAITING,
                        0,
                        0,
                        NOW,
                        null,
                        null),
                "shop",
                links);
    }

    private MimeMessage received() {
        return server.getReceivedMessages()[0];
    }

    private static String text(Map<String, byte[]> parts, String type) {
        return new String(parts.get(type), StandardCharsets.UTF_8);
    }

    private static Map<String, byte[]> parts(MimeMessage mail) throws Exception {
        Map<String, byte[]> parts = new java.util.LinkedHashMap<>();
        collect((MimeMultipart) mail.getContent(), parts);
        return parts;
    }

    private static void collect(MimeMultipart multipart, Map<String, byte[]> parts) throws Exception {
        for (int i = 0; i < multipart.getCount(); i++) {
            BodyPart part = multipart.getBodyPart(i);
            if (part.getContent() instanceof MimeMultipart inner) {
                collect(inner, parts);
            } else {
                ByteArrayOutputStream bytes = new ByteArrayOutputStream();
                try (InputStream in = part.getInputStream()) {
                    in.transferTo(bytes);
                }
                parts.put(part.getContentType().replaceFirst(";.*", ""), bytes.toByteArray());
            }
        }
    }
}
