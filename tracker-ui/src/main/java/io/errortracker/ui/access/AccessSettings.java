package io.errortracker.ui.access;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the configuration says about access.
 *
 * @param contextPath of the application: {@code /shop}; empty for the root
 * @param uiPath where the pages are within the application: {@code /errors}; starts with a slash and does not end with one
 * @param baseUrl {@code tracker.base-url}, where people reach the application: {@code https://shop.example.com/shop}; null when unset
 * @param adminRole {@code tracker.admin.role}; null when unset
 * @param viewerRole {@code tracker.viewer.role}; null when unset
 * @param passwordHash {@code tracker.admin.password-hash}, a {@link io.errortracker.secret.PasswordHash#text()}; null when unset
 * @param password {@code tracker.admin.password}; null when unset
 * @param passwordInDeployment whether {@code password} comes from a file inside the deployment, which is refused; false when it comes from the
 *     environment or a system property
 * @param dev {@code tracker.dev}
 * @param apiTokens {@code tracker.api.tokens}, each plain or {@code sha256:} and 64 hex digits
 * @since 0.1.0
 */
public record AccessSettings(
        String contextPath,
        String uiPath,
        @Nullable String baseUrl,
        @Nullable String adminRole,
        @Nullable String viewerRole,
        @Nullable String passwordHash,
        @Nullable String password,
        boolean passwordInDeployment,
        boolean dev,
        List<String> apiTokens) {

    public AccessSettings {
        apiTokens = List.copyOf(apiTokens);
    }

    /** Nothing configured. */
    public static AccessSettings none(String contextPath, String uiPath) {
        return new AccessSettings(contextPath, uiPath, null, null, null, null, null, false, false, List.of());
    }

    public AccessSettings withBaseUrl(@Nullable String value) {
        return new AccessSettings(
                contextPath,
                uiPath,
                value,
                adminRole,
                viewerRole,
                passwordHash,
                password,
                passwordInDeployment,
                dev,
                apiTokens);
    }

    public AccessSettings withRoles(@Nullable String admin, @Nullable String viewer) {
        return new AccessSettings(
                contextPath,
                uiPath,
                baseUrl,
                admin,
                viewer,
                passwordHash,
                password,
                passwordInDeployment,
                dev,
                apiTokens);
    }

    public AccessSettings withPasswordHash(@Nullable String value) {
        return new AccessSettings(
                contextPath,
                uiPath,
                baseUrl,
                adminRole,
                viewerRole,
                value,
                password,
                passwordInDeployment,
                dev,
                apiTokens);
    }

    public AccessSettings withPassword(@Nullable String value, boolean inDeployment) {
        return new AccessSettings(
                contextPath, uiPath, baseUrl, adminRole, viewerRole, passwordHash, value, inDeployment, dev, apiTokens);
    }

    public AccessSettings withDev(boolean value) {
        return new AccessSettings(
                contextPath,
                uiPath,
                baseUrl,
                adminRole,
                viewerRole,
                passwordHash,
                password,
                passwordInDeployment,
                value,
                apiTokens);
    }

    public AccessSettings withApiTokens(List<String> value) {
        return new AccessSettings(
                contextPath,
                uiPath,
                baseUrl,
                adminRole,
                viewerRole,
                passwordHash,
                password,
                passwordInDeployment,
                dev,
                value);
    }

    /** Where the pages are on this server, without host: {@code /shop/errors}. */
    public String root() {
        return contextPath + uiPath;
    }

    boolean hasRoles() {
        return adminRole != null || viewerRole != null;
    }

    boolean hasPassword() {
        return passwordHash != null || password != null;
    }

    @Override
    public String toString() {
        return "AccessSettings[" + root() + "]";
    }
}
