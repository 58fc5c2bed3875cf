package io.errortracker.cdi;

import jakarta.enterprise.inject.se.SeContainerInitializer;
import org.apache.openwebbeans.se.OWBInitializer;

class OpenWebBeansTest extends TrackerExtensionContract {

    @Override
    SeContainerInitializer containers() {
        return new OWBInitializer();
    }
}
