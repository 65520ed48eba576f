/** Where a contribution was made travels with it: the hosted page or a frame, and the territory that led there. */
import { expect, it } from "vitest";
import { useBrowser } from "./browser.ts";
import { example } from "./example.ts";
import { onScreen, reachResult } from "./walk.ts";

const visit = useBrowser();

it.each([
  ["the hosted page", "/?territory=ara", "page"],
  ["the frame of another site", "/widget/v1/frame?territory=ara", "iframe"],
])("tells of %s, and of the territory named in its address", async (_, path, channel) => {
  const { page, close } = await visit({}, undefined, path);
  await reachResult(page, example("SAVS"));
  await page.getByRole("button", { name: "Contribuer anonymement" }).click();
  await onScreen(page, "Contribuer anonymement");
  const [request] = await Promise.all([
    page.waitForRequest("**/api/v1/contributions"),
    page.getByRole("button", { name: "Envoyer" }).click(),
  ]);
  const body = request.postDataJSON() as Readonly<Record<string, unknown>>;
  expect([body.channel, body.territory]).toEqual([channel, "ara"]);
  expect((await request.response())?.status()).toBe(201);
  await close();
});
