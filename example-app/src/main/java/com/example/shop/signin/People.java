package com.example.shop.signin;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.security.enterprise.credential.UsernamePasswordCredential;
import jakarta.security.enterprise.identitystore.CredentialValidationResult;
import jakarta.security.enterprise.identitystore.IdentityStore;
import java.util.Map;
import java.util.Set;

/** The two people everybody may be in this demonstration: Ada buys tea, Grace owns the shop. */
@ApplicationScoped
public class People implements IdentityStore {

    private static final Map<String, Person> PEOPLE = Map.of(
            "ada", new Person("tea-time", Set.of("customer")),
            "grace", new Person("kettle-on", Set.of("customer", "admin")));

    private record Person(String password, Set<String> roles) {}

    public CredentialValidationResult validate(UsernamePasswordCredential credential) {
        var person = PEOPLE.get(credential.getCaller());
        if (person == null || !credential.getPassword().compareTo(person.password())) {
            return CredentialValidationResult.INVALID_RESULT;
        }
        return new CredentialValidationResult(credential.getCaller(), person.roles());
    }
}
