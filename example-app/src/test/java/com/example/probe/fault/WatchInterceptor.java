package com.example.probe.fault;

import jakarta.annotation.Priority;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;

@Watched
@Interceptor
@Priority(Interceptor.Priority.APPLICATION)
public class WatchInterceptor {

    @AroundInvoke
    public Object watch(InvocationContext call) throws Exception {
        return call.proceed();
    }
}
