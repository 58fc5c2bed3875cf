package com.example.shop.signin;

import jakarta.annotation.security.DeclareRoles;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.security.enterprise.authentication.mechanism.http.CustomFormAuthenticationMechanismDefinition;
import jakarta.security.enterprise.authentication.mechanism.http.LoginToContinue;

/** Jakarta Security, all inside the application: a sign-in page of our own, no set-up on the server. */
@CustomFormAuthenticationMechanismDefinition(
        loginToContinue = @LoginToContinue(loginPage = "/signin", useForwardToLogin = false, errorPage = ""))
@DeclareRoles({"customer", "admin"})
@ApplicationScoped
public class Security {}
