package io.errortracker.api;

import static io.errortracker.api.ApiHouse.array;
import static io.errortracker.api.ApiHouse.object;
import static org.assertj.core.api.Assertions.assertThat;

import io.errortracker.issue.IssueStatus;
import io.errortracker.ui.access.Reply;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class EventApiTest {
    private final ApiHouse house = new ApiHouse();

    @BeforeEach
    void somethingWentWrong() {
        house.issue(42, IssueStatus.UNRESOLVED, 3);
    }

    @AfterEach
    void stop() {
        house.close();
    }

    @Test
    void events_are_listed_newest_first_in_short() {
        JsonArray events = array(house.get("issues/42/events/"));

        assertThat(events).hasSize(3);
        JsonObject first = events.getJsonObject(0);
        assertThat(first.getString("eventID")).isEqualTo(ApiHouse.eventId(42, 0));
        assertThat(first.getString("id")).isEqualTo(ApiHouse.eventId(42, 0));
        assertThat(first.getString("groupID")).isEqualTo("42");
        assertThat(first.getString("dateCreated")).isEqualTo("2026-11-23T12:00:00Z");
        assertThat(first.getString("event.type")).isEqualTo("error");
        assertThat(first.getJsonObject("user").getString("username")).isEqualTo("jo");
        assertThat(first).doesNotContainKey("entries");
        assertThat(array(house.get("issues/42/events/?full=true")).getJsonObject(0))
                .containsKey("entries");
    }

    @Test
    void the_latest_event_and_one_by_its_id_say_everything() {
        JsonObject latest = object(house.get("issues/SHOP-42/events/latest/"));
        assertThat(latest).isEqualTo(object(house.get("issues/42/events/" + ApiHouse.eventId(42, 0) + "/")));
        assertThat(latest.isNull("nextEventID")).isTrue();
        assertThat(latest.getString("previousEventID")).isEqualTo(ApiHouse.eventId(42, 1));
        assertThat(latest.getJsonObject("release").getString("version")).isEqualTo("1.4.3");
        assertThat(latest.getJsonObject("sdk").getString("name")).isEqualTo("errortracker");
        assertThat(latest.getJsonObject("contexts").getJsonObject("runtime").getString("name"))
                .isEqualTo("OpenJDK");
        assertThat(latest.getJsonObject("context").get("weights").toString()).isEqualTo("[1,2.5,\"NaN\"]");
        assertThat(latest.getJsonArray("tags").getValuesAs(JsonValue::asJsonObject).stream()
                        .map(tag -> tag.getString("key") + "=" + tag.getString("value")))
                .contains(
                        "section=checkout",
                        "environment=production",
                        "release=1.4.3",
                        "level=error",
                        "server_name=node-2");
    }

    @Test
    void an_event_id_may_be_written_as_a_uuid() {
        assertThat(house.get("issues/42/events/00000000-0000-002A-0000-000000000001/")
                        .status())
                .isEqualTo(200);
    }

    @Test
    void exceptions_stand_as_sentry_has_them_the_cause_first_and_the_throwing_frame_last() {
        JsonObject data = entry("exception");
        JsonArray values = data.getJsonArray("values");

        assertThat(values.getValuesAs(JsonValue::asJsonObject).stream().map(value -> value.getString("type")))
                .containsExactly("SocketTimeoutException", "PaymentDeclined");
        JsonObject thrown = values.getJsonObject(1);
        assertThat(thrown.getString("module")).isEqualTo("shop");
        assertThat(thrown.getJsonObject("mechanism").getBoolean("handled")).isFalse();
        JsonArray frames = thrown.getJsonObject("stacktrace").getJsonArray("frames");
        JsonObject last = frames.getJsonObject(1);
        assertThat(last.getString("function")).isEqualTo("charge");
        assertThat(last.getString("filename")).isEqualTo("Payment.java");
        assertThat(last.getInt("lineNo")).isEqualTo(91);
        assertThat(last.isNull("colNo")).isTrue();
        assertThat(last.getBoolean("inApp")).isTrue();
        assertThat(last.getJsonObject("vars").getInt("orderId")).isEqualTo(42);
        assertThat(last.get("context").toString()).isEqualTo("[[90,\"a();\"],[91,\"charge();\"],[92,\"b();\"]]");
        assertThat(frames.getJsonObject(0).getBoolean("inApp")).isFalse();
        assertThat(data.getBoolean("hasSystemFrames")).isTrue();
    }

    @Test
    void request_and_breadcrumbs_stand_as_sentry_has_them() {
        JsonObject request = entry("request");
        assertThat(request.getString("method")).isEqualTo("POST");
        assertThat(request.get("query").toString()).isEqualTo("[[\"a\",\"1\"],[\"b\",\" x\"],[\"c\",\"\"]]");
        assertThat(request.get("headers").toString()).isEqualTo("[[\"host\",\"shop\"]]");

        JsonObject crumb = entry("breadcrumbs").getJsonArray("values").getJsonObject(0);
        assertThat(crumb.getString("category")).isEqualTo("checkout");
        assertThat(crumb.getString("timestamp")).isEqualTo("2026-11-23T12:00:00Z");
        assertThat(crumb.getJsonObject("data").getString("code")).isEqualTo("SAVE20");
    }

    @Test
    void an_answer_is_json_and_kept_by_nobody() {
        Reply reply = house.get("issues/42/events/latest/");
        assertThat(reply.header("Content-Type")).contains("application/json");
        assertThat(reply.header("Cache-Control")).contains("no-store");
        assertThat(reply.header("X-Content-Type-Options")).contains("nosniff");
    }

    private JsonObject entry(String type) {
        List<JsonObject> entries = object(house.get("issues/42/events/latest/"))
                .getJsonArray("entries")
                .getValuesAs(JsonObject.class);
        return entries.stream()
                .filter(entry -> entry.getString("type").equals(type))
                .findFirst()
                .orElseThrow()
                .getJsonObject("data");
    }
}
