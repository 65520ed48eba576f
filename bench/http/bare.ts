/**
 * What the API's speed is measured against: bare Hono routes. One does nothing; two do the input and output of ours and
 * nothing else, since no calculation makes 120 KB of JSON cheaper to write, or a body cheaper to read.
 */
import { Hono } from "hono";
import { catalogue } from "../../dist/questionnaires/catalogue.js";

const document = JSON.stringify(catalogue.at(-1));

export default new Hono()
  .get("/", (c) => c.json({ status: "ok" }))
  .get("/document", (c) => c.body(document, 200, { "Content-Type": "application/json" }))
  .post("/", async (c) => c.json(await c.req.json()));
