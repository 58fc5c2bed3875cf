package io.errortracker.alert.mail;

import io.errortracker.alert.Message;
import io.errortracker.store.alert.FiredAlert;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.List;

/** A mail as it goes over the wire: plain text, HTML, and the hours of the issue as a picture within it. */
final class MailText {
    private static final String NEW_LINE = "\r\n";
    private static final Base64.Encoder BODY = Base64.getMimeEncoder(76, NEW_LINE.getBytes(StandardCharsets.US_ASCII));

    private final Message message;
    private final String from;
    private final List<String> to;
    private final Instant now;
    private final String domain;

    MailText(Message message, String from, List<String> to, Instant now) {
        this.message = message;
        this.from = from;
        this.to = to;
        this.now = now;
        this.domain = MailHeader.domain(from);
    }

    byte[] bytes() {
        FiredAlert alert = message.alert();
        String outer = "=_alternative_" + alert.id();
        StringBuilder mail = new StringBuilder();
        header(mail, "Date", DateTimeFormatter.RFC_1123_DATE_TIME.format(now.atOffset(ZoneOffset.UTC)));
        header(mail, "From", MailHeader.address(from));
        header(
                mail,
                "To",
                String.join(", ", to.stream().map(MailHeader::address).toList()));
        header(mail, "Subject", MailHeader.words(message.title()));
        header(mail, "Message-ID", "<" + message.key() + "@" + domain + ">");
        if (alert.subject().issueId() != 0) {
            // every mail about an issue belongs to one conversation
            header(mail, "References", "<" + MailHeader.plain(alert.subject().shortId()) + ".issue@" + domain + ">");
        }
        header(mail, "Auto-Submitted", "auto-generated");
        header(mail, "MIME-Version", "1.0");
        header(mail, "Content-Type", "multipart/alternative; boundary=\"" + outer + "\"");
        mail.append(NEW_LINE);
        open(mail, outer);
        part(mail, "text/plain; charset=utf-8", utf8(message.plain()));
        open(mail, outer);
        rich(mail, "=_related_" + alert.id());
        close(mail, outer);
        return mail.toString().getBytes(StandardCharsets.US_ASCII);
    }

    private void rich(StringBuilder mail, String boundary) {
        String picture = "hours." + message.alert().id() + "@" + domain;
        header(mail, "Content-Type", "multipart/related; type=\"text/html\"; boundary=\"" + boundary + "\"");
        mail.append(NEW_LINE);
        open(mail, boundary);
        List<Long> hours = message.alert().subject().hours();
        part(mail, "text/html; charset=utf-8", utf8(new MailHtml(message, hours.isEmpty() ? null : picture).text()));
        if (!hours.isEmpty()) {
            open(mail, boundary);
            header(mail, "Content-ID", "<" + picture + ">");
            header(mail, "Content-Disposition", "inline; filename=\"hours.png\"");
            part(mail, "image/png", HoursPicture.png(hours));
        }
        close(mail, boundary);
    }

    private static void header(StringBuilder mail, String name, String value) {
        mail.append(name).append(": ").append(value).append(NEW_LINE);
    }

    private static void open(StringBuilder mail, String boundary) {
        mail.append("--").append(boundary).append(NEW_LINE);
    }

    private static void close(StringBuilder mail, String boundary) {
        mail.append("--").append(boundary).append("--").append(NEW_LINE);
    }

    private static void part(StringBuilder mail, String type, byte[] body) {
        header(mail, "Content-Type", type);
        header(mail, "Content-Transfer-Encoding", "base64");
        mail.append(NEW_LINE).append(BODY.encodeToString(body)).append(NEW_LINE);
    }

    private static byte[] utf8(String text) {
        return text.replace("\n", NEW_LINE).getBytes(StandardCharsets.UTF_8);
    }
}
