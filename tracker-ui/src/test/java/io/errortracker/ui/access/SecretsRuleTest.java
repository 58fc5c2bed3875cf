package io.errortracker.ui.access;

import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.Predefined;
import io.errortracker.secret.HashedSecret;
import io.errortracker.secret.PasswordHash;
import java.security.MessageDigest;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Secrets are compared in constant time, and in one place. */
class SecretsRuleTest {
    private static final JavaClasses CODE = new ClassFileImporter()
            .withImportOption(Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("io.errortracker.secret", "io.errortracker.ui.access");

    @Test
    void secrets_are_compared_in_constant_time() {
        classes()
                .that()
                .belongToAnyOf(HashedSecret.class, PasswordHash.class)
                .should()
                .callMethod(MessageDigest.class, "isEqual", byte[].class, byte[].class)
                .check(CODE);
    }

    @Test
    void whoever_holds_a_secret_compares_it_by_no_other_means() {
        noClasses()
                .that()
                .belongToAnyOf(
                        HashedSecret.class,
                        ApiTokens.class,
                        MadeTokens.class,
                        OneTimeLink.class,
                        Sessions.class,
                        PasswordCheck.class,
                        AntiForgery.class,
                        LinkSignIn.class)
                .should()
                .callMethodWhere(target(nameMatching("(content)?[eE]quals(IgnoreCase)?|compareTo(IgnoreCase)?"))
                        .and(target(owner(assignableTo(Object.class)))))
                .check(CODE);
    }

    @Test
    void nothing_random_is_drawn_from_a_guessable_source() {
        noClasses()
                .should()
                .callConstructor(Random.class)
                .orShould()
                .dependOnClassesThat()
                .haveFullyQualifiedName("java.util.concurrent.ThreadLocalRandom")
                .check(CODE);
    }
}
