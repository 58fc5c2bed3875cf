package io.errortracker.secret;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordHashTest {

    @Test
    void a_hash_read_back_from_its_text_knows_its_password_and_no_other() {
        PasswordHash hash = PasswordHash.parse(PasswordHash.of("correct horse".toCharArray(), new SecureRandom())
                .text());

        assertThat(hash.matches("correct horse".toCharArray())).isTrue();
        assertThat(hash.matches("correct horsf".toCharArray())).isFalse();
        assertThat(hash.matches(new char[0])).isFalse();
    }

    @Test
    void it_is_the_pbkdf2_that_other_programs_compute() {
        // python3: hashlib.pbkdf2_hmac('sha256', b'password', bytes(range(16)), 600000)
        PasswordHash hash = PasswordHash.parse(
                "pbkdf2-sha256:600000:AAECAwQFBgcICQoLDA0ODw:O8NxGOYlCT6bee0Ikw6nr3OJWRIz_dkt3fNpNx5g28A");

        assertThat(hash.matches("password".toCharArray())).isTrue();
    }

    @Test
    void the_text_has_no_character_that_a_shell_or_a_configuration_would_expand() {
        assertThat(PasswordHash.of("x".toCharArray(), new SecureRandom()).text())
                .matches("pbkdf2-sha256:600000:[A-Za-z0-9_:-]+");
    }

    @Test
    void the_same_password_never_hashes_to_the_same_text() {
        SecureRandom random = new SecureRandom();
        assertThat(PasswordHash.of("x".toCharArray(), random).text())
                .isNotEqualTo(PasswordHash.of("x".toCharArray(), random).text());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "secret",
                "pbkdf2-sha256:599999:AAECAwQFBgcICQoLDA0ODw:AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
                "pbkdf2-sha256:99999999:AAECAwQFBgcICQoLDA0ODw:AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
                "pbkdf2-sha256:-1:AAECAwQFBgcICQoLDA0ODw:AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
                "pbkdf2-sha256:600000:AAECAwQFBgcICQoLDA0O:AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
                "pbkdf2-sha256:600000:AAECAwQFBgcICQoLDA0ODw:AAAA",
                "pbkdf2-sha256:600000:AAECAwQFBgcICQoLDA0ODw:",
                "pbkdf2-sha256:600000:AAECAwQFBgcICQoLDA0ODw",
                "pbkdf2-sha1:600000:AAECAwQFBgcICQoLDA0ODw:AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
                "pbkdf2-sha256:600000:!!!!:!!!!"
            })
    void a_malformed_or_weak_hash_is_refused_with_the_rule_and_without_its_text(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PasswordHash.parse(text))
                .withMessageContaining("at least 600000 iterations")
                .satisfies(refusal -> assertThat(
                                text.isEmpty() || !refusal.getMessage().contains(text))
                        .isTrue());
    }

    @Test
    void neither_hash_nor_token_shows_in_its_string_form() {
        PasswordHash hash = PasswordHash.of("x".toCharArray(), new SecureRandom());
        assertThat(hash.toString()).doesNotContain(hash.text());
        assertThat(HashedSecret.of("token").toString()).isEqualTo("[hashed secret]");
    }

    @Test
    void the_command_prints_the_line_for_the_configuration() throws IOException {
        ByteArrayOutputStream output = new ByteArrayOutputStream();

        int status = HashPassword.run(
                new String[] {"hash-password"},
                null,
                new StringReader("hunter22\n"),
                new PrintStream(output, true, StandardCharsets.UTF_8));

        String line = output.toString(StandardCharsets.UTF_8).strip();
        assertThat(status).isZero();
        assertThat(line).startsWith("tracker.admin.password-hash=pbkdf2-sha256:600000:");
        assertThat(PasswordHash.parse(line.substring(line.indexOf('=') + 1)).matches("hunter22".toCharArray()))
                .isTrue();
    }

    @Test
    void the_command_takes_no_password_as_an_argument() throws IOException {
        ByteArrayOutputStream output = new ByteArrayOutputStream();
        PrintStream print = new PrintStream(output, true, StandardCharsets.UTF_8);

        assertThat(HashPassword.run(new String[] {"hash-password", "hunter22"}, null, new StringReader(""), print))
                .isEqualTo(2);
        assertThat(HashPassword.run(new String[] {}, null, new StringReader("x"), print))
                .isEqualTo(2);
        assertThat(HashPassword.run(new String[] {"hash-password"}, null, new StringReader(""), print))
                .isEqualTo(2);
        assertThat(output.toString(StandardCharsets.UTF_8)).contains("usage: ").doesNotContain("pbkdf2");
    }
}
