package com.example.shop;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;

/** All REST resources of the shop live under {@code /api}; the server finds them by scanning. */
@ApplicationPath("api")
public class ShopApplication extends Application {}
