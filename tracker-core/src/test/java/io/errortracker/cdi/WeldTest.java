package io.errortracker.cdi;

import jakarta.enterprise.inject.se.SeContainerInitializer;
import org.jboss.weld.environment.se.Weld;

class WeldTest extends TrackerExtensionContract {

    @Override
    SeContainerInitializer containers() {
        return new Weld();
    }
}
