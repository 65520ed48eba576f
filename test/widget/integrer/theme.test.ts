/** The colours of a territory in the generator: proposed, never imposed on what was typed. */
import { expect, it } from "vitest";
import { coloursOf, propose } from "../../../widget/pages/integrer/theme.ts";

it("are those that the form has a field for, in full", () => {
  expect(coloursOf({ "--cd-accent": "#0AF", "--cd-ink": "#101112", "--cd-unknown": "#fff" })).toEqual({
    accent: "#00aaff",
    ink: "#101112",
  });
  expect(coloursOf(null)).toEqual({});
});

it("replace nothing that was typed, and leave with their territory", () => {
  const first = { accent: "#003366", ink: "#111111" };
  const typed = propose({ accent: " ", muted: "#222222" }, {}, first);
  expect(typed).toEqual({ accent: "#003366", ink: "#111111", muted: "#222222" });
  expect(propose({ ...typed, ink: "#333333" }, first, {})).toEqual({ ink: "#333333", muted: "#222222" });
});
