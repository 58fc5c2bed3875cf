package com.example.endtoend.tomee;

import org.jboss.arquillian.container.spi.client.container.DeployableContainer;
import org.jboss.arquillian.core.spi.LoadableExtension;

/** Steps in for TomEE only: on every other server the adapter of that server is the one there is. */
public final class TomEeExtension implements LoadableExtension {

    @Override
    public void register(ExtensionBuilder builder) {
        if ("tomee".equals(System.getProperty("arquillian.launch"))) {
            builder.service(DeployableContainer.class, TomEeContainer.class);
        }
    }
}
