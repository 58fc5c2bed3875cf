package io.errortracker.secret;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.security.SecureRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HashedSecretTest {

    @Test
    void a_secret_matches_itself_only() {
        HashedSecret secret = HashedSecret.of("s3cret");

        assertThat(secret.matches("s3cret")).isTrue();
        assertThat(secret.matches("s3cre")).isFalse();
        assertThat(secret.matches("S3cret")).isFalse();
        assertThat(secret.matches("")).isFalse();
    }

    @Test
    void a_secret_given_as_its_hash_matches_the_plain_one() {
        // printf secret | sha256sum
        HashedSecret secret = HashedSecret.ofSha256("2BB80D537B1DA3E38BD30361AA855686BDE0EACD7162FEF6A25FE97BF527A25B");

        assertThat(secret.matches("secret")).isTrue();
        assertThat(secret.sha256Hex()).isEqualTo(HashedSecret.of("secret").sha256Hex());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "abc", "2bb8", "zz", "2bb80d537b1da3e38bd30361aa855686bde0eacd7162fef6a25fe97bf527a25b00"})
    void anything_but_a_sha256_is_refused(String hex) {
        assertThatIllegalArgumentException().isThrownBy(() -> HashedSecret.ofSha256(hex));
    }

    @Test
    void tokens_have_256_bits_and_do_not_repeat() {
        SecureRandom random = new SecureRandom();
        assertThat(Stream.generate(() -> HashedSecret.newToken(random)).limit(1000))
                .doesNotHaveDuplicates()
                .allMatch(token -> token.length() == 43);
    }
}
