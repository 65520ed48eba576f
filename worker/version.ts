/** The version of the HTTP API: it follows semantic versioning; its major number is the `/v1` of the routes. */
export const API_VERSION = "1.0.0";
