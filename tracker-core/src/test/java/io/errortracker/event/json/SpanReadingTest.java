package io.errortracker.event.json;

import static org.assertj.core.api.Assertions.assertThat;

import io.errortracker.event.Span;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Transactions and streamed spans, as SDKs send them. */
class SpanReadingTest {
    private static final String TRACE = "771a43a4192642f0b136d5159a501700";
    private final EventJson json = EventJson.create(JsonLimits.FOREIGN);

    private static byte[] utf8(String text) {
        return text.replace('\'', '"').getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void a_transaction_is_a_segment_and_its_spans() throws Exception {
        List<Span> spans = json.readTransaction(
                utf8(
                        "{'type':'transaction','transaction':'GET /orders/{id}',"
                                + "'start_timestamp':1795393667.5,'timestamp':'2026-11-23T00:27:48Z','platform':'node','release':'1.4.2',"
                                + "'contexts':{'trace':{'trace_id':'" + TRACE
                                + "','span_id':'1111111111111111','op':'http.server',"
                                + "'status':'ok','data':{'http.response.status_code':200}}},'spans':[{'trace_id':'"
                                + TRACE
                                + "','span_id':'2222222222222222','parent_span_id':'1111111111111111','op':'db',"
                                + "'description':'SELECT 1','start_timestamp':1795393667.6,'timestamp':1795393667.7},{'span_id':'no'},7]}"));

        assertThat(spans).hasSize(2);
        assertThat(spans.get(0))
                .isEqualTo(new Span(
                        TRACE,
                        "1111111111111111",
                        null,
                        true,
                        "http.server",
                        "GET /orders/{id}",
                        "ok",
                        200,
                        Instant.parse("2026-11-23T00:27:47.5Z"),
                        500_000,
                        "node",
                        "1.4.2",
                        null));
        assertThat(spans.get(1).parentId()).isEqualTo("1111111111111111");
        assertThat(spans.get(1).name()).isEqualTo("SELECT 1");
        assertThat(spans.get(1).segment()).isFalse();
    }

    @Test
    void streamed_spans_say_in_their_attributes_where_to() throws Exception {
        List<Span> spans = json.readSpans(
                utf8(
                        "{'version':2,'items':[{'name':'GET localhost','trace_id':'" + TRACE
                                + "','span_id':'1111111111111111','is_segment':false,'start_timestamp':1795393667.5,"
                                + "'end_timestamp':1795393667.4,'status':'error','attributes':{'sentry.op':{'value':'http.client'},"
                                + "'http.request.method':{'value':'GET'},'url.full':{'value':'https://shop.example/api?x=1'},"
                                + "'http.response.status_code':{'value':404},'sentry.sdk.name':{'value':'sentry.javascript.browser'}}}]}"));

        assertThat(spans).singleElement().satisfies(span -> {
            assertThat(span.name()).isEqualTo("GET https://shop.example/api");
            assertThat(span.op()).isEqualTo("http.client");
            assertThat(span.httpStatus()).isEqualTo(404);
            assertThat(span.micros()).as("a clock that went back").isZero();
            assertThat(span.platform()).isEqualTo("javascript");
        });
    }

    @Test
    void what_has_no_ids_or_times_is_passed_over() throws Exception {
        assertThat(json.readTransaction(utf8("{}"))).isEmpty();
        assertThat(json.readTransaction(utf8("{'contexts':{'trace':7},'spans':{}}")))
                .isEmpty();
        assertThat(json.readSpans(utf8("{'items':[null,{},{'trace_id':'<script>','span_id':'x'}]}")))
                .isEmpty();
    }

    @Test
    void a_thousand_spans_as_clients_batch_them_are_read() throws Exception {
        StringBuilder items = new StringBuilder();
        for (int i = 0; i < 1_000; i++) {
            items.append(i == 0 ? "" : ",")
                    .append("{\"trace_id\":\"771a43a4192642f0b136d5159a501700\",\"span_id\":\"")
                    .append(String.format("%016x", i + 1))
                    .append(
                            "\",\"name\":\"GET\",\"start_timestamp\":1.5,\"end_timestamp\":2.5,\"status\":\"ok\",\"attributes\":{")
                    .append("\"sentry.op\":{\"value\":\"db\",\"type\":\"string\"},")
                    .append("\"sentry.origin\":{\"value\":\"auto\",\"type\":\"string\"},")
                    .append("\"sentry.release\":{\"value\":\"1\",\"type\":\"string\"}}}");
        }
        byte[] batch = ("{\"items\":[" + items + "]}").getBytes(java.nio.charset.StandardCharsets.UTF_8);

        assertThat(batch.length).isLessThan(1 << 20);
        assertThat(json.readSpans(batch)).hasSize(1_000);
    }
}
