package io.errortracker.alert.mail;

import io.errortracker.alert.Message;
import io.errortracker.bundled.jte.html.escape.Escape;
import io.errortracker.bundled.jte.output.StringOutput;
import io.errortracker.store.alert.FiredAlert;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The rich part of a mail: tables and inline style, for that is what mail programs show alike. Every text is escaped as on the pages. */
final class MailHtml {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("d MMM yyyy, HH:mm 'UTC'", Locale.ROOT).withZone(ZoneOffset.UTC);
    private static final String TEXT =
            "font-family:-apple-system,'Segoe UI',Roboto,Helvetica,Arial,sans-serif;font-size:14px;line-height:21px;color:#1c1e26;";
    private static final String SMALL = "font-size:12px;line-height:18px;color:#5b6070;";
    private static final String CODE =
            "font-family:ui-monospace,SFMono-Regular,Menlo,Consolas,monospace;font-size:12px;";
    private static final String RULE = "border-top:1px solid #e3e5ea;";

    private final Message message;
    private final @Nullable String picture;
    private final StringOutput out = new StringOutput();

    /** @param picture the content id of the picture of its hours; null when there is none */
    MailHtml(Message message, @Nullable String picture) {
        this.message = message;
        this.picture = picture;
    }

    String text() {
        FiredAlert alert = message.alert();
        raw("<!DOCTYPE html><html lang=\"en\"><head><meta charset=\"utf-8\">"
                + "<meta name=\"viewport\" content=\"width=device-width\"><title>");
        said(message.title());
        raw("</title></head><body style=\"margin:0;padding:24px 12px;background:#f4f5f7;\">"
                + "<table role=\"presentation\" width=\"100%\" cellspacing=\"0\" cellpadding=\"0\"><tr><td align=\"center\">"
                + "<table role=\"presentation\" width=\"100%\" cellspacing=\"0\" cellpadding=\"0\" style=\"max-width:600px;"
                + "background:#ffffff;border:1px solid #e3e5ea;border-radius:6px;\">");
        head(alert);
        if (message.isDigest()) {
            named();
        } else {
            body(alert);
        }
        foot(alert);
        raw("</table></td></tr></table></body></html>");
        return out.toString();
    }

    private void head(FiredAlert alert) {
        String colour =
                switch (alert.kind()) {
                    case NEW_ISSUE, TEST -> "#3f51c7";
                    case REGRESSION -> "#8a5300";
                    case SPIKE, HIGH_VOLUME, CUSTOM, DIGEST -> "#b3261e";
                };
        cell("padding:20px 24px 0;" + TEXT + SMALL);
        raw(
                "<span style=\"display:inline-block;padding:1px 8px;border-radius:10px;font-weight:600;color:#ffffff;background:"
                        + colour + ";\">");
        said(alert.kind().title());
        raw("</span>&ensp;");
        said(Message.line(message.app()));
        if (!alert.subject().shortId().isEmpty()) {
            raw("&ensp;&middot;&ensp;<strong style=\"color:#1c1e26;\">");
            said(alert.subject().shortId());
            raw("</strong>");
        }
        raw("&ensp;&middot;&ensp;" + TIME.format(alert.fired()));
        end();
    }

    private void body(FiredAlert alert) {
        FiredAlert.Subject subject = alert.subject();
        cell("padding:10px 24px 0;" + TEXT + "font-size:18px;line-height:25px;font-weight:600;word-break:break-word;");
        said(subject.issueId() == 0 ? Message.line(alert.reason()) : Message.line(subject.type()));
        end();
        if (!subject.value().isEmpty()) {
            cell("padding:2px 24px 0;" + TEXT + "word-break:break-word;");
            said(Message.line(subject.value()));
            end();
        }
        if (subject.issueId() != 0) {
            cell("padding:14px 24px 0;" + TEXT);
            said(Message.line(alert.reason()));
            end();
            hours();
        }
        facts();
        frames();
    }

    private void hours() {
        if (picture != null) {
            cell("padding:16px 24px 0;" + TEXT + SMALL);
            raw("<img src=\"cid:" + picture + "\" width=\"552\" height=\"56\" alt=\"Events per hour, last 24 hours\""
                    + " style=\"display:block;width:100%;max-width:552px;height:56px;\">");
            raw("<span style=\"color:#1c1e26;font-weight:600;\">");
            said(message.extent());
            raw("</span>&ensp;&middot;&ensp;events per hour, last 24 hours, the current one in red");
            end();
        }
    }

    private void facts() {
        if (message.facts().isEmpty()) {
            return;
        }
        cell("padding:14px 24px 0;");
        raw("<table role=\"presentation\" width=\"100%\" cellspacing=\"0\" cellpadding=\"0\">");
        message.facts().forEach((name, value) -> {
            raw("<tr><td width=\"112\" valign=\"top\" style=\"padding:4px 0;" + RULE + TEXT + "color:#5b6070;\">");
            said(name);
            raw("</td><td valign=\"top\" style=\"padding:4px 0;" + RULE + TEXT + "word-break:break-word;\">");
            said(value);
            raw("</td></tr>");
        });
        raw("</table>");
        end();
    }

    private void frames() {
        List<String> frames = message.frames();
        if (frames.isEmpty()) {
            return;
        }
        cell("padding:14px 24px 0;" + TEXT + SMALL);
        raw("Your own code, the innermost call first"
                + "<div style=\"margin-top:6px;padding:10px 12px;background:#f4f5f7;border-radius:6px;color:#1c1e26;"
                + CODE + "line-height:19px;word-break:break-word;\">");
        for (String frame : frames) {
            raw("<div>");
            said(frame);
            raw("</div>");
        }
        raw("</div>");
        end();
    }

    private void named() {
        cell("padding:10px 24px 0;" + TEXT + "font-size:18px;line-height:25px;font-weight:600;");
        said(message.alert().reason());
        end();
        cell("padding:4px 24px 0;" + TEXT);
        raw("They came faster than the limit of messages an hour allows, so they are told here at once: ");
        said(Message.amount(message.issues()));
        raw(".");
        end();
        cell("padding:14px 24px 0;");
        raw("<table role=\"presentation\" width=\"100%\" cellspacing=\"0\" cellpadding=\"0\">");
        for (Message.Named issue : message.issues()) {
            raw("<tr><td valign=\"top\" style=\"padding:5px 12px 5px 0;white-space:nowrap;" + RULE + TEXT + SMALL
                    + "\"><strong>");
            said(issue.shortId());
            raw("</strong></td><td valign=\"top\" style=\"padding:5px 0;word-break:break-word;" + RULE + TEXT + "\">");
            said(issue.title());
            raw("<br><span style=\"" + SMALL + "\">");
            said(String.join(", ", issue.why()));
            raw("</span></td></tr>");
        }
        raw("</table>");
        end();
    }

    private void foot(FiredAlert alert) {
        String link = message.links().to(alert.subject());
        cell("padding:20px 24px 4px;" + TEXT);
        if (link == null) {
            raw("<span style=\"" + SMALL + "\">");
            said(message.whereToLook());
            raw("</span>");
        } else {
            raw("<a href=\"");
            attribute(link);
            raw("\" style=\"display:inline-block;padding:8px 16px;border-radius:6px;background:#3f51c7;color:#ffffff;"
                    + "font-weight:600;text-decoration:none;\">");
            said(
                    alert.subject().issueId() == 0
                            ? "Open the alerts"
                            : "Open " + alert.subject().shortId());
            raw("</a>");
        }
        end();
        cell("padding:12px 24px 20px;" + TEXT + SMALL);
        raw("Rule: ");
        said(Message.line(alert.ruleName()));
        raw(". Rules are changed, paused and muted on the page <em>Alerts</em> of the tracker.");
        end();
    }

    private void cell(String style) {
        raw("<tr><td style=\"" + style + "\">");
    }

    private void end() {
        raw("</td></tr>");
    }

    private void raw(String html) {
        out.writeContent(html);
    }

    private void said(String text) {
        Escape.htmlContent(text, out);
    }

    private void attribute(String text) {
        Escape.htmlAttribute(text, out);
    }
}
