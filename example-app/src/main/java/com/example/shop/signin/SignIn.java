package com.example.shop.signin;

import static jakarta.security.enterprise.authentication.mechanism.http.AuthenticationParameters.withParams;

import jakarta.inject.Inject;
import jakarta.security.enterprise.AuthenticationStatus;
import jakarta.security.enterprise.SecurityContext;
import jakarta.security.enterprise.credential.UsernamePasswordCredential;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Asks for a name and a password and lets people in. */
@WebServlet("/signin")
public class SignIn extends HttpServlet {

    private static final long serialVersionUID = 1;

    @Inject
    @SuppressWarnings("NullAway.Init")
    private transient SecurityContext security;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        request.getRequestDispatcher("/WEB-INF/pages/signin.jsp").forward(request, response);
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        var credential = new UsernamePasswordCredential(parameter(request, "name"), parameter(request, "password"));
        var status = security.authenticate(
                request, response, withParams().credential(credential).newAuthentication(true));
        if (status == AuthenticationStatus.SUCCESS) {
            request.getSession();
            request.changeSessionId();
            response.sendRedirect(request.getContextPath() + "/");
        } else if (!response.isCommitted()) {
            request.setAttribute("refused", true);
            response.setStatus(HttpServletResponse.SC_OK);
            doGet(request, response);
        }
    }

    private static String parameter(HttpServletRequest request, String name) {
        var value = request.getParameter(name);
        return value == null ? "" : value;
    }
}
