package io.errortracker.api;

import static io.errortracker.api.ApiHouse.array;
import static io.errortracker.api.ApiHouse.detail;
import static io.errortracker.api.ApiHouse.object;
import static org.assertj.core.api.Assertions.assertThat;

import io.errortracker.issue.IssueStatus;
import io.errortracker.ui.access.Call;
import io.errortracker.ui.access.Reply;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IssueApiTest {
    private static final String LIST = "projects/acme/shop/issues/";

    private final ApiHouse house = new ApiHouse();

    @AfterEach
    void stop() {
        house.close();
    }

    @Test
    void the_root_tells_the_version() {
        assertThat(house.get("").body()).isEqualTo("{\"version\":\"0\",\"user\":null,\"auth\":null}");
    }

    @Test
    void an_issue_has_the_shape_of_sentrys() {
        house.issue(42, IssueStatus.UNRESOLVED, 2);

        JsonObject issue = array(house.get(LIST)).getJsonObject(0);

        assertThat(issue.keySet())
                .contains(
                        "id",
                        "shareId",
                        "shortId",
                        "title",
                        "culprit",
                        "permalink",
                        "logger",
                        "level",
                        "status",
                        "statusDetails",
                        "substatus",
                        "isPublic",
                        "platform",
                        "project",
                        "type",
                        "metadata",
                        "numComments",
                        "assignedTo",
                        "isBookmarked",
                        "isSubscribed",
                        "subscriptionDetails",
                        "hasSeen",
                        "annotations",
                        "issueType",
                        "issueCategory",
                        "isUnhandled",
                        "count",
                        "userCount",
                        "firstSeen",
                        "lastSeen",
                        "stats");
        assertThat(issue.getString("id")).isEqualTo("42");
        assertThat(issue.getString("shortId")).isEqualTo("SHOP-42");
        assertThat(issue.getString("title")).isEqualTo("PaymentDeclined: card <expired> no. 42");
        assertThat(issue.getString("culprit")).isEqualTo("PaymentResource.pay");
        assertThat(issue.getString("level")).isEqualTo("error");
        assertThat(issue.getString("status")).isEqualTo("unresolved");
        assertThat(issue.getString("type")).isEqualTo("error");
        assertThat(issue.getString("count")).isEqualTo("1204");
        assertThat(issue.getInt("userCount")).isEqualTo(318);
        assertThat(issue.getString("firstSeen")).isEqualTo("2026-11-22T12:00:00Z");
        assertThat(issue.getString("lastSeen")).isEqualTo("2026-11-23T11:44:02Z");
        assertThat(issue.getBoolean("isUnhandled")).isTrue();
        assertThat(issue.getString("permalink")).isEqualTo("/shop/errors/issues/SHOP-42");
        assertThat(issue.getJsonObject("metadata").getString("type")).isEqualTo("PaymentDeclined");
        assertThat(issue.getJsonObject("metadata").getString("value")).isEqualTo("card <expired> no. 42");
        assertThat(issue.getJsonObject("project").getString("slug")).isEqualTo("shop");
        JsonArray hours = issue.getJsonObject("stats").getJsonArray("24h");
        assertThat(hours).hasSize(24);
        assertThat(hours.get(23).toString()).isEqualTo("[1795435200,7]");
        assertThat(hours.get(22).toString()).isEqualTo("[1795431600,0]");
    }

    @Test
    void an_issue_is_found_by_its_number_and_by_its_short_id_and_says_more_than_in_a_list() {
        house.issue(42, IssueStatus.UNRESOLVED, 2);

        for (String path : List.of(
                "issues/42/", "issues/42", "issues/SHOP-42/", "issues/shop-42/", "organizations/any/issues/42/")) {
            JsonObject issue = object(house.get(path));
            assertThat(issue.getString("id")).as(path).isEqualTo("42");
            assertThat(issue.getJsonObject("firstRelease").getString("version")).isEqualTo("1.4.2");
            assertThat(issue.getJsonArray("activity").getJsonObject(0).getString("type"))
                    .isEqualTo("first_seen");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "issues/7/",
                "issues/SHOP-7/",
                "issues/99999999999999999999999/",
                "issues/-1/",
                "issues/7/events/",
                "issues/7/events/latest/",
                "issues/42/events/oldest/",
                "issues/42/events/00000000000000000000000000000000/",
                "issues/42/events/zz/",
                "issues/42/nothing/",
                "projects/a/b/things/",
                "teams/",
                "issues/",
                "issues/42/events/latest/more/"
            })
    void what_is_not_there_is_told_in_one_sentence(String path) {
        house.issue(42, IssueStatus.UNRESOLVED, 1);

        Reply reply = house.get(path);
        assertThat(reply.status()).isEqualTo(404);
        assertThat(detail(reply)).isNotBlank();
    }

    @Test
    void an_event_belongs_to_its_issue_only() {
        house.issue(1, IssueStatus.UNRESOLVED, 1);
        house.issue(2, IssueStatus.UNRESOLVED, 1);

        assertThat(house.get("issues/1/events/" + ApiHouse.eventId(1, 0) + "/").status())
                .isEqualTo(200);
        Reply others = house.get("issues/1/events/" + ApiHouse.eventId(2, 0) + "/");
        Reply nobodys = house.get("issues/1/events/" + ApiHouse.eventId(9, 9) + "/");
        assertThat(others.status()).isEqualTo(404);
        assertThat(others.body()).isEqualTo(nobodys.body());
    }

    @Test
    void without_a_query_the_unresolved_are_listed_and_with_an_empty_one_all() {
        house.issue(1, IssueStatus.UNRESOLVED, 1);
        house.issue(2, IssueStatus.RESOLVED, 1);
        house.issue(3, IssueStatus.IGNORED, 1);

        assertThat(ids(house.get(LIST))).containsExactly("1");
        assertThat(ids(house.get(LIST + "?query="))).containsExactly("3", "2", "1");
        assertThat(ids(house.get("organizations/acme/issues/?query="))).containsExactly("3", "2", "1");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "is:unresolved            | 1",
                "is:resolved              | 2",
                "is:ignored               | 3",
                "is:archived              | 3",
                "IS:RESOLVED              | 2",
                "\"no. 3\"                | 3",
                "shop-2                   | 2",
                "is:resolved no. 2        | 2",
                "is:resolved no. 3        | ''",
                "level:error              | 3,2,1",
                "level:info               | ''",
                "release:1.4.3            | 3,2,1",
                "release:\"9.9.9\"        | ''",
                "environment:production   | 3,2,1",
                "environment:staging      | ''",
                "http://nowhere           | ''",
                "% _ ' \" ; --            | ''"
            })
    void the_query_speaks_sentrys_words(String query, String expected) {
        house.issue(1, IssueStatus.UNRESOLVED, 1);
        house.issue(2, IssueStatus.RESOLVED, 1);
        house.issue(3, IssueStatus.IGNORED, 1);

        Reply reply = house.get(LIST + "?query=" + URLEncoder.encode(query, StandardCharsets.UTF_8));
        assertThat(String.join(",", ids(reply))).isEqualTo(expected);
    }

    @Test
    void the_environment_may_be_a_parameter_of_its_own() {
        house.issue(1, IssueStatus.UNRESOLVED, 1);
        assertThat(ids(house.get(LIST + "?environment=production&statsPeriod=24h")))
                .containsExactly("1");
        assertThat(ids(house.get(LIST + "?environment=staging"))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "query=is:sleeping",
                "query=level:loud",
                "sort=colour",
                "limit=0",
                "limit=-1",
                "limit=x",
                "per_page=1e9",
                "limit=99999999999"
            })
    void a_parameter_that_cannot_be_meant_is_told(String parameter) {
        Reply reply = house.get(LIST + "?" + parameter);
        assertThat(reply.status()).isEqualTo(400);
        assertThat(detail(reply)).startsWith("Invalid");
    }

    @ParameterizedTest
    @ValueSource(strings = {"date", "new", "freq", "user", "priority", "trends"})
    void sentrys_orders_are_known(String sort) {
        house.issue(1, IssueStatus.UNRESOLVED, 1);
        assertThat(ids(house.get(LIST + "?sort=" + sort))).containsExactly("1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"resolved", "ignored", "unresolved"})
    void an_issues_status_is_set_and_told_back(String status) {
        house.issue(42, IssueStatus.UNRESOLVED, 1);

        Reply reply = house.put("issues/42/", "{\"status\":\"" + status + "\"}");

        assertThat(reply.status()).isEqualTo(200);
        assertThat(object(reply).getString("id")).isEqualTo("42");
        assertThat(object(reply).getString("status")).isEqualTo(status);
        assertThat(object(house.get("issues/SHOP-42/")).getString("status")).isEqualTo(status);
    }

    @Test
    void who_changed_it_is_noted_as_the_api() {
        house.issue(42, IssueStatus.UNRESOLVED, 1);
        JsonObject latest = object(house.put("issues/SHOP-42/", "{\"status\":\"resolved\"}"))
                .getJsonArray("activity")
                .getJsonObject(0);
        assertThat(latest.getString("type")).isEqualTo("set_resolved");
        assertThat(latest.getJsonObject("user").getString("name")).isEqualTo("api");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "[]",
                "null",
                "\"resolved\"",
                "{}",
                "{\"status\":null}",
                "{\"status\":1}",
                "{\"status\":\"\"}",
                "{\"status\":\"done\"}",
                "{\"status\":[\"resolved\"]}",
                "{\"status\":{}}",
                "{\"hasSeen\":true}",
                "status=resolved",
                "{\"status\":\"resolved\"",
                "\u0000"
            })
    void a_body_that_names_no_status_changes_nothing(String body) {
        house.issue(42, IssueStatus.UNRESOLVED, 1);

        for (String path : List.of("issues/42/", LIST + "?id=42")) {
            Reply reply = house.put(path, body);
            assertThat(reply.status()).as(path).isEqualTo(400);
            assertThat(detail(reply)).isNotBlank();
        }
        assertThat(object(house.get("issues/42/")).getString("status")).isEqualTo("unresolved");
    }

    @Test
    void a_hostile_body_is_the_callers_mistake() {
        house.issue(42, IssueStatus.UNRESOLVED, 1);
        String deep = "[".repeat(60_000);
        for (String body : List.of(
                "{\"status\":" + deep,
                "{\"a\":".repeat(10_000),
                "{\"status\":" + "9".repeat(60_000) + "}",
                "{\"status\":1e1000000}",
                "{\"status\":\"\\ud800\"}",
                "{\"a\":\"\\uZZZZ\"}")) {
            assertThat(house.put("issues/42/", body).status()).isEqualTo(400);
        }
        assertThat(house.put("issues/42/", "{\"status\":\"" + "x".repeat(100_000) + "\"}")
                        .status())
                .isEqualTo(413);
        assertThat(house.health.lastFailure()).isNull();
    }

    @Test
    void several_issues_are_changed_at_once() {
        house.issue(1, IssueStatus.UNRESOLVED, 1);
        house.issue(2, IssueStatus.UNRESOLVED, 1);
        house.issue(3, IssueStatus.UNRESOLVED, 1);

        Reply reply = house.put(LIST + "?id=1&id=3&id=99", "{\"status\":\"resolved\"}");

        assertThat(reply.body()).isEqualTo("{\"status\":\"resolved\",\"statusDetails\":{}}");
        assertThat(ids(house.get(LIST))).containsExactly("2");
        assertThat(house.put("organizations/acme/issues/?id=99", "{\"status\":\"resolved\"}")
                        .status())
                .isEqualTo(204);
        assertThat(house.put(LIST, "{\"status\":\"resolved\"}").status())
                .as("never all by accident")
                .isEqualTo(400);
        assertThat(house.put(LIST + "?id=x", "{\"status\":\"resolved\"}").status())
                .isEqualTo(400);
        assertThat(ids(house.get(LIST))).containsExactly("2");
    }

    @Test
    void links_are_paths_unless_the_address_is_configured_whatever_the_host_header_says() {
        house.issue(42, IssueStatus.UNRESOLVED, 1);
        Call forged = ApiHouse.authorised(Call.get(ApiHouse.API + "issues/42/")).with("Host", "evil.example");
        assertThat(object(house.send(forged)).getString("permalink")).isEqualTo("/shop/errors/issues/SHOP-42");

        try (ApiHouse known =
                new ApiHouse("https://shop.example/shop/errors", List.of(ApiHouse.TOKEN), store -> store)) {
            known.issue(42, IssueStatus.UNRESOLVED, 1);
            assertThat(object(known.get("issues/42/")).getString("permalink"))
                    .isEqualTo("https://shop.example/shop/errors/issues/SHOP-42");
        }
    }

    private static List<String> ids(Reply reply) {
        assertThat(reply.status()).isEqualTo(200);
        return array(reply).getValuesAs(JsonValue::asJsonObject).stream()
                .map(issue -> ((JsonString) issue.get("id")).getString())
                .toList();
    }
}
