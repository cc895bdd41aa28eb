import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { expect, test, type BrowserContext, type Page } from "@playwright/test";
import { expectPreview, looksGood, SAVED } from "./support/import";
import { makeUser, signInAs } from "./support/site";
import { makeStudy, Person } from "./support/study";
import { expectAccessible, shot, watch, type Troubles } from "./support/watch";

// Ways in that can break off: a large file whose sending is cut, the page that one is reading, and what is switched off.

test.describe.configure({ mode: "serial", timeout: 120_000 });
let context: BrowserContext, page: Page, troubles: Troubles, study: { path: string };

test.beforeAll(async ({ browser, baseURL }) => {
  context = await browser.newContext({ viewport: { width: 1440, height: 900 }, reducedMotion: "reduce" });
  troubles = await watch(context);
  const lead = await Person.of(baseURL!, await signInAs(context, baseURL!, await makeUser("Ute Way")));
  study = await makeStudy(lead, { name: "Ways study", text: "Another article\nwith a line." });
  await lead.end();
  page = await context.newPage();
});
test.afterAll(async () => {
  await context.close();
  expect(troubles.list).toEqual([]);
});

test("sending goes on after a reload, with the same file chosen again", async () => {
  const file = { name: "heavy.txt", mimeType: "text/plain", buffer: Buffer.from(`Heavy air over the harbour\n${"The air over the harbour was heavy for the whole of the week, and every boat was late.\n".repeat(60_000)}`) };
  await page.goto(`${study.path}/articles/new`);
  await page.route("**/chunks/1", (route) => route.abort());
  await page.getByLabel("Files", { exact: true }).setInputFiles([file]);
  await expect(page.getByText("No answer. It is tried again by itself")).toBeVisible();
  await looksGood(page, "waiting");
  await page.reload();
  await expect(page.getByText("One file has not arrived whole.")).toBeVisible();
  await page.getByLabel("Files", { exact: true }).setInputFiles([{ ...file, name: "other.txt" }]);
  await expect(page.getByText("“other.txt” is not among the files")).toBeVisible();
  await looksGood(page, "again");
  await page.unroute("**/chunks/1");
  const sent: string[] = [];
  page.on("request", (request) => request.method() === "PUT" && sent.push(request.url().split("/").at(-1)!));
  await page.getByLabel("Files", { exact: true }).setInputFiles([file]);
  await expectPreview(page);
  expect(sent).toEqual(["1"]);
});

test("the bookmark hands the page over, after asking, and only from the page that was opened", async ({ baseURL }) => {
  const servers: Server[] = [];
  const serve = async (body: string, headers: Record<string, string> = {}): Promise<string> => {
    const server = createServer((_, answer) => answer.writeHead(200, { "content-type": "text/html; charset=utf-8", ...headers }).end(body));
    servers.push(server);
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  };
  await page.goto(`${study.path}/articles/new?way=browser`);
  const code = (await page.locator("a.bookmarklet").getAttribute("href"))!;
  expect(code).toMatch(/^javascript:/);
  await looksGood(page, "bookmark");
  await page.locator("a.bookmarklet").click();
  await expect(page.getByText("Drag it to the bookmarks bar")).toBeVisible();

  const press = async (address: string): Promise<Page> => {
    const reader = await context.newPage();
    await reader.goto(address);
    await reader.evaluate((href) => {
      const link = document.createElement("a");
      link.href = href;
      link.textContent = "bookmark";
      document.body.prepend(link);
    }, code);
    const [opened] = await Promise.all([context.waitForEvent("page"), reader.getByText("bookmark", { exact: true }).click()]);
    return opened;
  };
  const address = await serve(SAVED.replace("Quay closes early", "Quay opens late").replaceAll("Quay closes early", "Quay opens late").replace(/<link rel="canonical"[^>]*>/u, ""));
  const opened = await press(`${address}/news/late`);
  await expect(opened.getByText("Nothing was sent to the server yet.")).toBeVisible();
  await expect(opened.getByText(address, { exact: true })).toBeVisible();
  expect(new URL(opened.url()).hash).toBe("");
  await shot(opened, "import-from-page");
  await expectAccessible(opened, "from the browser");
  await opened.getByRole("button", { name: "Read this page" }).click();
  await expectPreview(opened);
  await expect(opened.getByLabel("Address", { exact: true })).toHaveValue(`${address}/news/late`);
  await opened.close();

  const cut = await press(await serve("<h1>Kept apart</h1>", { "cross-origin-opener-policy": "same-origin" }));
  await expect(cut.getByText("This site keeps its pages apart from other windows")).toBeVisible();
  await cut.close();

  // A site that opens the window by itself gets no further than the question, and cannot call itself another page.
  const token = "0123456789abcdef0123456789abcdef";
  const liar = await serve(`<button onclick="w=window.open('${baseURL}${study.path}/articles/from-page#${token}');window.addEventListener('message',()=>w.postMessage({slantwise:'page',token:'${token}',url:'https://bank.example/',title:'<img src=x onerror=alert(1)>',html:'<h1>x</h1>'},'*'))">go</button>`);
  const reader = await context.newPage();
  await reader.goto(liar);
  const [lied] = await Promise.all([context.waitForEvent("page"), reader.getByText("go").click()]);
  await expect(lied.getByText("The page says that it is another one than the one that sent it")).toBeVisible();
  await expect(lied.getByText(new URL(liar).origin)).toBeVisible();
  await page.goto(`${study.path}/articles/from-page`);
  await expect(page.getByText("Nothing was handed over")).toBeVisible();
  for (const server of servers) server.close();
});

test("addresses and feeds say why they are off", async () => {
  for (const way of ["addresses", "feed"]) {
    await page.goto(`${study.path}/articles/new?way=${way}`);
    await expect(page.getByText("has not allowed it to fetch pages")).toBeVisible();
    await looksGood(page, way);
  }
});
