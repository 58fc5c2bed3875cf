/** Alerts by mail; only {@link io.errortracker.alert.mail.MailNotifier} touches Jakarta Mail, and loads only where the server has it. */
@NullMarked
package io.errortracker.alert.mail;

import org.jspecify.annotations.NullMarked;
