/** What the API's speed is measured against: a Hono route that does nothing, and one that only reads and writes JSON. */
import { Hono } from "hono";

export default new Hono().get("/", (c) => c.json({ status: "ok" })).post("/", async (c) => c.json(await c.req.json()));
