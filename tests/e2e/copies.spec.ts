import { expect, test, type BrowserContext, type Page } from "@playwright/test";
import { makeUser, signInAs } from "./support/site";
import { makeStudy, Person } from "./support/study";
import { expectAccessible, expectNoOverflow, shot, watch, type Troubles } from "./support/watch";

// A coordinator searches the words of articles, looks at copies beside each other, splits and joins them, and gathers
// the articles of one event into a set, by hand and from a proposal.

const WIRE = [
  "Ferry to Skerry Isle halted",
  "The harbour board of Larkmoor halted the ferry to Skerry Isle on Monday after inspectors found rust along the keel of both boats, leaving four hundred islanders without a crossing for the rest of the week.",
  "A spokeswoman said that nobody had been in danger, that the inspection had been planned since spring, and that buses would carry pupils and nurses round the bay as long as the boats stayed in dock.",
  "Shopkeepers on the quay said that they had heard of the closure from the evening bulletin, and that the board had answered none of their letters about bread, milk and the fuel that the clinic needs.",
];
const CUT = ["Islanders cut off as boats rust", WIRE[1]!, WIRE[2]!.replace("nobody had been in danger", "no one had been at risk"), "The mayor was not to be reached."];
const OTHER = ["Rust stops the Skerry boats", "Inspectors found rust in both boats of the Skerry Isle line, and the harbour board of Larkmoor took them out of service. Islanders waited at the quay in vain, and the ferry clerk had gone home."];
const MILL = ["Mill burns at Thornbury", "Firefighters fought flames at the Thornbury textile mill through the night while families waited behind the tape."];

test.describe.configure({ mode: "serial" });
let context: BrowserContext, page: Page, lead: Person, troubles: Troubles, study: string, id: string;
const articles: string[] = [];

test.beforeAll(async ({ browser, baseURL }) => {
  const user = await makeUser("Ines Vale");
  context = await browser.newContext({ reducedMotion: "reduce" });
  troubles = await watch(context);
  lead = await Person.of(baseURL!, await signInAs(context, baseURL!, user));
  const made = await makeStudy(lead, { name: "Harbour study", text: MILL.join("\n") });
  [study, id] = [made.path, made.id];
  for (const [lines, outletName, publishedOn] of [[WIRE, "Coastwire", "2024-03-04"], [CUT, "Larkmoor Post", "2024-03-05"], [OTHER, "Bay Herald", "2024-03-05"]] as const) {
    const added = await lead.do<{ id: string }>("POST", `/projects/${id}/articles`, { text: lines.join("\n"), outletName, publishedOn, language: "en" });
    articles.push(added.id);
  }
  page = await context.newPage();
});
test.afterAll(async () => {
  await lead.end();
  await context.close();
  expect(troubles.list).toEqual([]);
});

async function look(name: string): Promise<void> {
  for (const [width, height] of [[1440, 900], [390, 844]] as const) {
    await page.setViewportSize({ width, height });
    await page.emulateMedia({ colorScheme: "light" });
    await expectNoOverflow(page, `${name} at ${width}`);
    await shot(page, `${name}-${width}`);
    await expectAccessible(page, `${name} at ${width}`);
    await page.emulateMedia({ colorScheme: "dark" });
    await shot(page, `${name}-${width}-dark`);
  }
  await page.emulateMedia({ colorScheme: "light" });
  await page.setViewportSize({ width: 1440, height: 900 });
}

test("a search finds words in the text and shows where they stand", async () => {
  await page.goto(`${study}/articles`);
  await page.keyboard.press("/");
  await page.getByRole("searchbox", { name: "Search text" }).fill("inspectors rusted");
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/q=inspectors/);
  await expect(page.getByRole("row")).toHaveCount(4);
  await expect(page.locator("mark").first()).toHaveText(/inspector|rust/i);
  await expect(page.getByLabel("Order")).toHaveValue("best");
  await look("search");
  await page.getByText("More filters").click();
  await page.getByLabel("From", { exact: true }).fill("2024-03-05");
  await expect(page.getByRole("row")).toHaveCount(3);
  await look("search-more");
});

test("a copy that came in cut stands with its work, and can be compared", async () => {
  await page.goto(`${study}/articles/${articles[0]!}`);
  const panel = page.getByRole("region", { name: /The same work|Likely copies/ });
  await expect(panel).toContainText(CUT[0]!);
  await look("copies");
  await panel.getByRole("link", { name: `Compare with ${CUT[0]!}` }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Two articles compared");
  await expect(page.locator(".copy-diff .changed").getByRole("deletion").first()).toContainText("nobody");
  await expect(page.locator(".copy-diff .changed").getByRole("insertion").first()).toContainText("no");
  await look("compare");
});

test("a person joins two articles, takes it back, joins them again and splits them", async () => {
  await page.goto(`${study}/articles/${articles[0]!}`);
  const panel = page.getByRole("region", { name: /The same work|Likely copies/ });
  await panel.getByRole("button", { name: `Join with ${CUT[0]!}` }).click();
  await expect(page.getByRole("region", { name: "The same work" })).toContainText("Joined by hand");
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(page.getByRole("region", { name: "Likely copies" })).toContainText("Split by hand");
  await panel.getByRole("button", { name: `Join with ${CUT[0]!}` }).click();
  await expect(page.getByRole("region", { name: "The same work" })).toBeVisible();
  await page.getByRole("button", { name: "Split from these" }).click();
  await expect(page.getByRole("region", { name: "Likely copies" })).toContainText("Split by hand");
});

test("a proposal becomes a set, with its words and days shown", async () => {
  await page.goto(`${study}/sets`);
  await expect(page.getByRole("heading", { name: "No sets yet" }).or(page.getByText("No sets yet"))).toBeVisible();
  const proposed = page.getByRole("region", { name: "Proposed" });
  await expect(proposed).toContainText(CUT[0]!);
  await expect(proposed).toContainText("Shared words");
  await look("sets");
  await proposed.getByRole("button", { name: /Make a set of these/ }).first().click();
  await expect(page.getByRole("list", { name: "Sets" })).toContainText("2024-03-04");
});

test("articles go into a set from the list, one goes out, and the set is deleted", async () => {
  await page.goto(`${study}/articles?q=thornbury`);
  await page.getByRole("checkbox", { name: `Choose ${MILL[0]!}` }).check();
  await page.getByRole("button", { name: "Add to set" }).click();
  await page.getByLabel("To which set").selectOption({ label: "A new set" });
  await page.getByLabel("Name of the new set").fill("Fires");
  await shot(page, "add-to-set-1440");
  await expectAccessible(page, "adding to a set");
  await page.getByRole("dialog").getByRole("button", { name: "Add", exact: true }).click();
  await page.getByRole("button", { name: "Look at it" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Fires");
  await expect(page.getByRole("row")).toHaveCount(2);
  await look("set");
  await page.getByRole("checkbox", { name: `Choose ${MILL[0]!}` }).check();
  await page.getByRole("button", { name: "Take 1 out" }).click();
  await expect(page.getByText("No article in this set")).toBeVisible();
  await page.getByRole("button", { name: "Delete" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Delete" }).click();
  await expect(page.getByRole("list", { name: "Sets" })).not.toContainText("Fires");
});
