/** What the API's speed is measured against: one Hono route that does nothing. */
import { Hono } from "hono";

export default new Hono().get("/", (c) => c.json({ status: "ok" }));
