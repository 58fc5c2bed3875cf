package com.example.probe.rest;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import java.util.Set;

/** Lists what there is: the server scans for nothing more. */
@ApplicationPath("rest")
public class ListingApplication extends Application {

    @Override
    public Set<Class<?>> getClasses() {
        return Set.of(
                ScopedResource.class,
                PlainResource.class,
                HostProblemMapper.class,
                BrokenReader.class,
                BrokenWriter.class,
                GuardedFilter.class,
                SpoiledFilter.class,
                PreMatchFilter.class);
    }
}
