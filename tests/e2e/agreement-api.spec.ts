import { expect, test } from "@playwright/test";
import { makeUser, signInAs } from "./support/site";
import { makeStudy, Person } from "./support/study";

// Figures are computed in a thread that the built server starts from its sources.

test("the built server computes agreement in its thread", async ({ browser, baseURL }) => {
  const lead = await Person.of(baseURL!, await signInAs(await browser.newContext(), baseURL!, await makeUser("Ada Lead")));
  const study = await makeStudy(lead, { name: "Agreement in a thread", text: "Ferries wait\nThe council bungled the closure." });
  const report = await lead.do<{ kind: string; headline: { figure: unknown }; counts: { articles: number } }>("GET", `/projects/${study.id}/agreement`);
  expect(report).toMatchObject({ kind: "report", headline: { figure: { value: null, reason: "no_shared_article" } }, counts: { articles: 0 } });
});
