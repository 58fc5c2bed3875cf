package io.errortracker.ui.page;

import io.errortracker.store.ArtifactFile;
import io.errortracker.store.ReleaseHealth;
import io.errortracker.store.ReleaseHealth.Day;
import io.errortracker.store.ReleaseInfo;
import io.errortracker.store.ReleaseInfo.Deploy;
import io.errortracker.store.ReleaseInfo.Files;
import io.errortracker.ui.page.ReleasesView.Deployed;
import io.errortracker.ui.page.ReleasesView.Kept;
import io.errortracker.ui.page.ReleasesView.Row;
import io.errortracker.ui.page.ReleasesView.Went;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The releases of the application, and the files that make their minified code readable.
 *
 * @since 0.1.0
 */
public final class ReleasesPage {
    private static final int SHOWN = 100;
    private static final int DAYS = 14;
    private static final String SECTION = "releases";

    private final ReleaseParts parts;

    public ReleasesPage(ReleaseParts parts) {
        this.parts = parts;
    }

    /** All of them. */
    public Answer show(Visit visit) {
        List<ReleaseInfo> releases = parts.releases().releases(SHOWN);
        Files loose = parts.releases().withoutRelease();
        long bytes = loose.bytes()
                + releases.stream()
                        .mapToLong(release -> release.files().bytes())
                        .sum();
        String environment = visit.query().text("environment");
        Map<String, ReleaseHealth> health = parts.health().health(environment, visit.now(), DAYS);
        ReleasesView view = new ReleasesView(
                Shell.of("Releases", SECTION, visit),
                Amount.of(releases.size(), "release") + ", " + Amount.bytes(bytes) + " of at most "
                        + Amount.bytes(parts.maxBytes()) + " of source maps",
                releases.stream()
                        .map(release -> row(visit, release, health.get(release.version())))
                        .toList(),
                !health.isEmpty(),
                environments(visit, environment),
                kept(visit, "", loose),
                ServedMapsView.of(parts.served()));
        return Answer.page("releases.jte", view);
    }

    private static List<Option> environments(Visit visit, @Nullable String chosen) {
        List<String> known = visit.site().store().facets().environments();
        if (known.size() < 2 && chosen == null) {
            return List.of();
        }
        List<Option> options = new ArrayList<>();
        options.add(new Option("", "All environments", chosen == null));
        known.forEach(name -> options.add(new Option(name, ForeignText.plain(name), name.equals(chosen))));
        return List.copyOf(options);
    }

    private static Row row(Visit visit, ReleaseInfo release, @Nullable ReleaseHealth health) {
        Moments moments = visit.moments();
        Deploy deploy = release.lastDeploy();
        return new Row(
                ForeignText.line(release.version()),
                Address.of(visit.base() + "/")
                        .with("release", release.version())
                        .toString(),
                moments.of(release.released() == null ? release.created() : release.released()),
                release.firstEvent() == null ? null : moments.of(release.firstEvent()),
                release.lastEvent() == null ? null : moments.of(release.lastEvent()),
                Amount.of(release.newIssues()),
                went(health),
                deploy == null
                        ? null
                        : new Deployed(ForeignText.line(deploy.environment()), moments.of(deploy.finished())),
                kept(visit, release.version(), release.files()));
    }

    private static @Nullable Went went(@Nullable ReleaseHealth health) {
        if (health == null || health.total().sessions() == 0) {
            return null;
        }
        Day total = health.total();
        return new Went(
                percent(total.sessions() - total.crashed(), total.sessions()),
                total.crashed() * 100 > total.sessions() ? "ill" : "well",
                Amount.of(total.sessions()).brief() + (total.sessions() == 1 ? " session" : " sessions"),
                SessionBars.of(health));
    }

    /** Rounded down, so that 100 % is all of them. */
    private static String percent(long part, long whole) {
        BigDecimal hundredths = BigDecimal.valueOf(part * 10_000 / whole, 2).stripTrailingZeros();
        return hundredths.toPlainString() + " %";
    }

    private static @Nullable Kept kept(Visit visit, String version, Files files) {
        return files.count() == 0
                ? null
                : new Kept(
                        address(visit, version),
                        Amount.of(files.count(), "file"),
                        Amount.bytes(files.bytes()),
                        files.uploaded() == null ? null : visit.moments().of(files.uploaded()));
    }

    private static String address(Visit visit, String version) {
        return Address.of(visit.base() + "/releases/files").with("of", version).toString();
    }

    /** The files of the release that the query names; of none, those without a release. */
    public Answer showFiles(Visit visit) {
        String asked = visit.query().text("of");
        String version = asked == null ? "" : asked;
        List<ArtifactFile> files = parts.artifacts().files(version);
        if (files.isEmpty()) {
            return Problem.notFound(visit);
        }
        long bytes = files.stream().mapToLong(ArtifactFile::bytes).sum();
        String count = Amount.of(files.size(), "file");
        List<Piece> title = version.isEmpty()
                ? ForeignText.line("Files without a release")
                : ForeignText.line("Files of " + version);
        ReleaseFilesView view = new ReleaseFilesView(
                Shell.of(version.isEmpty() ? "Files" : ForeignText.plain("Files of " + version), SECTION, visit),
                title,
                version,
                count + ", " + Amount.bytes(bytes),
                "Delete " + count,
                files.stream().map(ReleasesPage::row).toList());
        return Answer.page("releasefiles.jte", view);
    }

    private static ReleaseFilesView.Row row(ArtifactFile file) {
        String debugId = file.debugId();
        return new ReleaseFilesView.Row(
                ForeignText.line(file.url()),
                file.kind() == ArtifactFile.Kind.SOURCE_MAP ? "source map" : "minified",
                debugId == null ? List.of() : ForeignText.line(debugId),
                file.dist().isEmpty() ? List.of() : ForeignText.line(file.dist()),
                Amount.bytes(file.bytes()));
    }
}
