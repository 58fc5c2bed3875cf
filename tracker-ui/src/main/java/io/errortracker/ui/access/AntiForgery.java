package io.errortracker.ui.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Anti-forgery tokens for visitors whose session is not ours: made from who they are, the container's session where there is one, and a
 * secret of this start of the application. Nothing is stored, and the session is only read, never made. Thread-safe.
 */
final class AntiForgery {
    private static final String ALGORITHM = "HmacSHA256";

    private final SecretKeySpec secret;

    AntiForgery(SecureRandom random) {
        byte[] bytes = new byte[32];
        random.nextBytes(bytes);
        secret = new SecretKeySpec(bytes, ALGORITHM);
    }

    String token(HttpServletRequest request, String visitor) {
        HttpSession session = request.getSession(false);
        return sign(visitor.length() + ":" + visitor + (session == null ? "" : session.getId()));
    }

    private String sign(String text) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(secret);
            return Base64.getUrlEncoder()
                    .withoutPadding()
                    .encodeToString(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every Java platform has " + ALGORITHM, impossible);
        }
    }
}
