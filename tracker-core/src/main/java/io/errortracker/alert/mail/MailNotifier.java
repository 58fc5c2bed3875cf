package io.errortracker.alert.mail;

import io.errortracker.alert.Message;
import io.errortracker.alert.NotSent;
import io.errortracker.alert.Notifier;
import io.errortracker.health.OneLine;
import io.errortracker.store.alert.AlertAction;
import jakarta.mail.Address;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.time.Clock;
import java.util.List;
import javax.naming.InitialContext;
import javax.naming.NamingException;
import org.jspecify.annotations.Nullable;

/**
 * Mails alerts through the server's mail session or an SMTP server. A message is composed as bytes here, so that nothing of it depends
 * on which data handlers a server has, and handed over as it is.
 *
 * @since 0.1.0
 */
public final class MailNotifier implements Notifier {
    private final MailSettings settings;
    private final Clock clock;
    private volatile @Nullable Session session;
    private volatile @Nullable String problem;

    /** Looks for the server's session at once, for its name may only mean something to the thread that deploys. */
    public MailNotifier(MailSettings settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
        connect();
    }

    private @Nullable Session connect() {
        Session known = session;
        if (known != null) {
            return known;
        }
        MailSettings.Server server = settings.server();
        Session made = server instanceof MailSettings.Smtp smtp
                ? Session.getInstance(SmtpProperties.of(smtp))
                : lookUp(((MailSettings.Jndi) server).name());
        session = made;
        problem = made == null ? problem : noSender(made);
        return made;
    }

    private @Nullable String noSender(Session made) {
        return from(made) == null
                ? "Nobody is named as the sender of mails: set tracker.mail.from, or mail.from of the server's session."
                : null;
    }

    private @Nullable String from(Session made) {
        return settings.from() == null ? made.getProperty("mail.from") : settings.from();
    }

    /** The name is the operator's own, and cannot lead to another machine: the configuration demands so. */
    @SuppressWarnings("BanJNDI")
    private @Nullable Session lookUp(String name) {
        try {
            if (InitialContext.doLookup(name) instanceof Session found) {
                return found;
            }
            problem = "What tracker.mail.jndi names, " + name + ", is no mail session.";
        } catch (NamingException missing) {
            problem = "The server has no mail session named " + name + " (tracker.mail.jndi).";
        }
        return null;
    }

    @Override
    public AlertAction.Kind kind() {
        return AlertAction.Kind.MAIL;
    }

    @Override
    public boolean isSetUp() {
        return true;
    }

    @Override
    public @Nullable String problem() {
        connect();
        return problem;
    }

    @Override
    public String destination(@Nullable String target) {
        return target == null ? String.join(", ", settings.to()) : target;
    }

    @Override
    public void send(Message message) throws NotSent {
        Session open = connect();
        String from = open == null ? null : from(open);
        if (open == null || from == null) {
            throw NotSent.yet(String.valueOf(problem));
        }
        String target = message.action().target();
        List<String> to = target == null ? settings.to() : List.of(target);
        try {
            MimeMessage mail = new MimeMessage(
                    open, new ByteArrayInputStream(new MailText(message, from, to, clock.instant()).bytes()));
            transmit(open, mail, addresses(to));
        } catch (AddressException broken) {
            throw NotSent.ever("An address cannot be read: " + why(broken));
        } catch (AuthenticationFailedException refused) {
            throw NotSent.yet("The mail server refused user and password: " + why(refused));
        } catch (MessagingException failed) {
            throw NotSent.yet("The mail server did not take it: " + why(failed));
        }
    }

    private void transmit(Session open, MimeMessage mail, Address[] to) throws MessagingException {
        try (Transport transport = open.getTransport("smtp")) {
            if (settings.server() instanceof MailSettings.Smtp smtp) {
                transport.connect(smtp.host(), smtp.port(), smtp.user(), smtp.password());
            } else {
                transport.connect();
            }
            transport.sendMessage(mail, to);
        }
    }

    private static Address[] addresses(List<String> to) throws AddressException {
        Address[] addresses = new Address[to.size()];
        for (int i = 0; i < addresses.length; i++) {
            addresses[i] = new InternetAddress(to.get(i), true);
        }
        return addresses;
    }

    private static String why(MessagingException failed) {
        Exception inner = failed.getNextException();
        return OneLine.of(failed.getMessage() + (inner == null ? "" : ": " + inner.getMessage()), 300);
    }
}
