package com.example.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;

@ArquillianTest
class ShopTest {

    @ArquillianResource
    URI shop;

    @Deployment(testable = false)
    static WebArchive shop() {
        return Wars.shop();
    }

    @Test
    void the_shop_opens() throws Exception {
        var response =
                HttpClient.newHttpClient().send(HttpRequest.newBuilder(shop).build(), BodyHandlers.ofString());
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.body()).contains("Ten ways to fail");
    }
}
