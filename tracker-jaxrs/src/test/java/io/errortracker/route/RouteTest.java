package io.errortracker.route;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.HEAD;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import org.junit.jupiter.api.Test;

class RouteTest {

    @Path("orders")
    interface Contract {
        @GET
        @Path("{id}")
        String find(long id);
    }

    abstract static class Base {
        @POST
        @Path("/batch/")
        public void batch() {}
    }

    static class Implementation extends Base implements Contract {
        @Override
        public String find(long id) {
            return "";
        }
    }

    @Path("/reports/{year: [0-9]{4}}/")
    static class Reports {
        @GET
        @Path("{month : (0[1-9]|1[0-2]):?}/lines/{ line }")
        public void line() {}

        @HEAD
        public void head() {}

        @Path("sub")
        public Object locator() {
            return this;
        }
    }

    private static String route(Class<?> type, String method, Class<?>... parameters) throws Exception {
        return Route.of(type, type.getMethod(method, parameters)).name("DELETE", "/api/");
    }

    @Test
    void a_route_is_method_application_class_and_method_path() throws Exception {
        assertThat(route(Reports.class, "head")).isEqualTo("HEAD /api/reports/{year}");
    }

    @Test
    void regular_expressions_and_blanks_of_parameters_are_left_out() throws Exception {
        assertThat(route(Reports.class, "line")).isEqualTo("GET /api/reports/{year}/{month}/lines/{line}");
    }

    @Test
    void annotations_may_stand_on_an_interface_or_a_parent() throws Exception {
        assertThat(route(Implementation.class, "find", long.class)).isEqualTo("GET /api/orders/{id}");
        assertThat(route(Implementation.class, "batch")).isEqualTo("POST /api/orders/batch");
    }

    @Test
    void without_a_method_of_its_own_a_route_has_that_of_the_request() throws Exception {
        assertThat(route(Reports.class, "locator")).isEqualTo("DELETE /api/reports/{year}/sub");
    }

    @Test
    void the_root_is_a_slash() throws Exception {
        assertThat(new Route("GET", "").name("GET", "/")).isEqualTo("GET /");
        assertThat(new Route("GET", "").name("GET", "")).isEqualTo("GET /");
    }
}
