import AxeBuilder from "@axe-core/playwright";
import { expect, type BrowserContext, type Page } from "@playwright/test";

/** What went wrong in a browser: refused by the CSP, thrown, or run by something that should be text. */
export type Troubles = { readonly list: string[] };

/** Watches every page of a context from its first moment. */
export async function watch(context: BrowserContext): Promise<Troubles> {
  const list: string[] = [];
  await context.exposeFunction("reportTrouble", (text: string) => void list.push(text));
  await context.addInitScript(() => {
    document.addEventListener("securitypolicyviolation", (event) => {
      (window as unknown as { reportTrouble(text: string): void }).reportTrouble(`CSP ${event.violatedDirective} ${event.blockedURI} ${event.sourceFile ?? ""}`);
    });
  });
  context.on("page", (page) => {
    page.on("pageerror", (error) => void list.push(`error ${error.message}`));
    page.on("dialog", (dialog) => {
      if (dialog.type() !== "beforeunload") list.push(`dialog ${dialog.message()}`);
      void dialog.accept();
    });
  });
  return { list };
}

/** No accessibility violation on the page as it stands (WCAG 2.2 AA and best practice). */
export async function expectAccessible(page: Page, where: string): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map((one) => `${where}: ${one.id} ${one.nodes.map((node) => node.html.slice(0, 120)).join(" | ")}`)).toEqual([]);
}

/** The page does not scroll sideways. */
export async function expectNoOverflow(page: Page, where: string): Promise<void> {
  const wide = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  expect(`${where}: ${wide} px too wide`).toBe(`${where}: 0 px too wide`);
}

/** Keeps a picture of the page in the folder that SLANTWISE_SHOTS names, for a person to look at. */
export async function shot(page: Page, name: string): Promise<void> {
  const folder = process.env["SLANTWISE_SHOTS"];
  if (folder) await page.screenshot({ path: `${folder}/${name}.png` });
}

const CLASSROOM = [[1440, 900], [1366, 768], [390, 844]] as const;

/** A page as a class has it: on a teacher's screen, a Chromebook and a phone, light and dark; nothing overflows, nothing is inaccessible. Ends light, at the teacher's size unless another is named. */
export async function lookInClass(page: Page, name: string, last: readonly [number, number] = CLASSROOM[0]): Promise<void> {
  for (const [width, height] of CLASSROOM)
    for (const colorScheme of ["light", "dark"] as const) {
      await page.setViewportSize({ width, height });
      await page.emulateMedia({ colorScheme });
      await expectNoOverflow(page, `${name} at ${width}`);
      await expectAccessible(page, `${name} at ${width}, ${colorScheme}`);
      await shot(page, `${name}-${width}-${colorScheme}`);
    }
  await page.emulateMedia({ colorScheme: "light" });
  await page.setViewportSize({ width: last[0], height: last[1] });
}
