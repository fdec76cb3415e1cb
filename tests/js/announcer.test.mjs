import assert from "node:assert/strict";
import { test } from "node:test";
import { source } from "./source.mjs";

const { Announcer } = await source("elements/announcer");

test("what the answer was in between is not read out once the old one is back", (context) => {
  context.mock.timers.enable({ apis: ["setTimeout"] });
  const region = { textContent: "" };
  const announcer = new Announcer(() => region);
  for (const text of ["Buy.", "Rent.", "Buy."]) announcer.say(text);
  context.mock.timers.tick(1000);
  assert.equal(region.textContent, "");
  announcer.say("Rent.");
  context.mock.timers.tick(1000);
  assert.equal(region.textContent, "Rent.");
});
