package io.errortracker.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.errortracker.issue.IssueStatus;
import io.errortracker.ui.access.Reply;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PagingTest {
    /** As Sentry's own clients read it. */
    private static final Pattern LINK =
            Pattern.compile("<([^>]+)>; rel=\"(\\w+)\"; results=\"(\\w+)\"; cursor=\"([^\"]*)\"");

    private final ApiHouse house = new ApiHouse();

    @AfterEach
    void stop() {
        house.close();
    }

    private record Link(String address, boolean hasResults, String cursor) {}

    @Test
    void following_next_visits_every_issue_once_and_previous_leads_back() {
        IntStream.rangeClosed(1, 60).forEach(i -> house.issue(i, IssueStatus.UNRESOLVED, 1));

        List<String> seen = new ArrayList<>();
        String address = "projects/a/b/issues/?limit=25&query=is:unresolved";
        Map<String, Link> links = new TreeMap<>();
        for (int page = 0; page < 3; page++) {
            Reply reply = house.get(address);
            seen.addAll(ids(reply));
            links = links(reply);
            assertThat(links.get("next").hasResults()).isEqualTo(page < 2);
            assertThat(links.get("previous").hasResults()).isEqualTo(page > 0);
            address = below(links.get("next").address());
        }
        assertThat(seen)
                .hasSize(60)
                .doesNotHaveDuplicates()
                .startsWith("60", "59")
                .endsWith("1");

        Reply second = house.get(below(links.get("previous").address()));
        assertThat(ids(second)).startsWith("35").endsWith("11");
    }

    @Test
    void past_the_last_page_there_is_nothing_and_not_the_first_page_again() {
        house.issue(1, IssueStatus.UNRESOLVED, 1);
        for (String path : List.of("projects/a/b/issues/", "issues/1/events/")) {
            Link next = links(house.get(path)).get("next");
            assertThat(next.hasResults()).isFalse();
            assertThat(ids(house.get(below(next.address())))).isEmpty();
            assertThat(ids(house.get(path + "?cursor=" + next.cursor()))).isEmpty();
        }
    }

    @Test
    void events_are_paged_too() {
        house.issue(1, IssueStatus.UNRESOLVED, 7);

        Reply first = house.get("issues/1/events/?per_page=5");
        assertThat(ids(first)).hasSize(5);
        Reply second = house.get(below(links(first).get("next").address()));
        assertThat(ids(second)).containsExactly(ApiHouse.eventId(1, 5), ApiHouse.eventId(1, 6));
        assertThat(links(second).get("next").hasResults()).isFalse();
    }

    @Test
    void a_page_holds_twenty_five_unless_asked_and_never_more_than_a_hundred() {
        IntStream.rangeClosed(1, 120).forEach(i -> house.issue(i, IssueStatus.UNRESOLVED, 1));
        assertThat(ids(house.get("projects/a/b/issues/"))).hasSize(25);
        assertThat(ids(house.get("projects/a/b/issues/?limit=1000"))).hasSize(100);
        assertThat(ids(house.get("projects/a/b/issues/?per_page=3"))).hasSize(3);
    }

    @Test
    void the_link_keeps_the_query_and_nothing_in_it_can_end_the_address_or_the_header() {
        String header = LinkHeader.of(
                "/errors/api/0/issues/",
                "query=a%20b&cursor=x&x=\">, <http://evil>\r\nSet-Cookie: a",
                null,
                "k\"1\r\n");

        assertThat(header)
                .startsWith(
                        "</errors/api/0/issues/?query=a%20b&x=%22%3E,+%3Chttp://evil%3E%0D%0ASet-Cookie:+a&cursor=0%3A0%3A0>; rel=\"previous\"")
                .doesNotContain("\r", "\n", "<http");
        assertThat(LINK.matcher(header).results().count()).isEqualTo(2);
    }

    private static String below(String address) {
        assertThat(address).startsWith(ApiHouse.API);
        return address.substring(ApiHouse.API.length());
    }

    private static Map<String, Link> links(Reply reply) {
        Matcher matcher = LINK.matcher(reply.header("Link").orElseThrow());
        Map<String, Link> links = new TreeMap<>();
        while (matcher.find()) {
            links.put(
                    matcher.group(2),
                    new Link(matcher.group(1), matcher.group(3).equals("true"), matcher.group(4)));
        }
        return links;
    }

    private static List<String> ids(Reply reply) {
        assertThat(reply.status()).isEqualTo(200);
        return ApiHouse.array(reply).getValuesAs(JsonValue::asJsonObject).stream()
                .map(item -> item.getString("id"))
                .toList();
    }
}
