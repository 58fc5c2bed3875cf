package io.errortracker.store.jpa;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import javax.sql.DataSource;

/** Reads a database so that what is damaged in it shows. */
final class Verification {
    private static final Map<String, String> TABLES = Map.ofEntries(
            Map.entry("meta", "name, content"),
            Map.entry("sequence_no", "name, last_value"),
            Map.entry(
                    "issue",
                    "id, fingerprint, algorithm, kind, headline, culprit, entry_point, severity, platform, status, regressed,"
                            + " first_seen, last_seen, first_release, last_release, events, users, status_changed,"
                            + " resolved_release, first_event, last_event, search_text"),
            Map.entry("event", "id, event_id, issue_id, happened, received, bytes, fingerprint"),
            Map.entry(
                    "fingerprint",
                    "hash, issue_id, algorithm, pinned, events, first_seen, last_seen, kind, headline, culprit"),
            Map.entry(
                    "issue_merge",
                    "id, survivor_id, loser_id, happened, actor, survivor_status, loser_status, survivor_first_release"),
            Map.entry("grouping_rules", "revision, body, author, changed"),
            Map.entry("regroup_run", "id, happened, actor, note, events, undone"),
            Map.entry("regroup_move", "run_id, event_id, from_issue, from_fingerprint, to_issue, to_fingerprint"),
            Map.entry("regroup_title", "run_id, issue_id, algorithm, kind, headline, culprit"),
            Map.entry("regroup_part", "run_id, kind, name"),
            Map.entry("issue_merge_part", "merge_id, kind, name"),
            Map.entry("event_payload", "id, codec, body"),
            Map.entry("kept_setting", "name, content"),
            Map.entry("ingested_event", "id, bytes"),
            Map.entry("event_trace", "id, trace_id"),
            Map.entry(
                    "span",
                    "id, trace_id, span_id, parent_id, segment, op, name, outcome, http_status, started, micros, platform,"
                            + " app_release, environment"),
            Map.entry("counter_hour", "issue_id, hour_no, events"),
            Map.entry("total_hour", "hour_no, events"),
            Map.entry("issue_user", "issue_id, user_hash"),
            Map.entry("issue_environment", "issue_id, name"),
            Map.entry("issue_release", "issue_id, name"),
            Map.entry("known_environment", "name, first_seen, last_seen"),
            Map.entry("known_release", "name, first_seen, last_seen"),
            Map.entry("activity", "id, issue_id, happened, kind, actor, detail"),
            Map.entry("artifact_chunk", "sha1, stored, bytes, body"),
            Map.entry("artifact_bundle", "id, checksum, complete, files, bytes, uploaded"),
            Map.entry("artifact_release", "bundle_id, name, dist"),
            Map.entry("artifact_file", "id, bundle_id, kind, url, base_name, debug_id, map_url, bytes, pieces"),
            Map.entry("artifact_piece", "id, body"),
            Map.entry("release_info", "name, created, released"),
            Map.entry("release_deploy", "id, release_name, environment, name, url, started, finished"));

    private Verification() {}

    /** @param everything whether every row is read, not only looked for the columns that are needed */
    static void run(DataSource source, boolean everything) throws SQLException {
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement()) {
            for (Map.Entry<String, String> table : TABLES.entrySet()) {
                String select = "select " + table.getValue() + " from " + table.getKey();
                read(statement, everything ? select : select + " where 1 = 0");
            }
        }
    }

    private static void read(Statement statement, String select) throws SQLException {
        try (ResultSet rows = statement.executeQuery(select)) {
            int columns = rows.getMetaData().getColumnCount();
            while (rows.next()) {
                for (int column = 1; column <= columns; column++) {
                    rows.getObject(column);
                }
            }
        }
    }
}
