import { createServer } from "node:net";
import type { AddressInfo } from "node:net";
import { brotliCompressSync, gzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { job } from "@/lib/accounts/server/actor";
import { fetchPage } from "@/lib/articles/server/fetching/fetch-page";
import { isPublicAddress, usualMeans } from "@/lib/articles/server/fetching/means";
import { startSites, testMeans, type Sites } from "@/tests/support/sites";

const PAGE = "<html><p>The ferry sails, überall.</p></html>";
const BOMB = gzipSync(Buffer.alloc(50 * 1024 * 1024));
let sites: Sites;

beforeAll(async () => {
  sites = await startSites((request, response) => {
    const { pathname, searchParams } = new URL(request.url ?? "", "http://site");
    const html = (headers = {}) => response.writeHead(200, { "content-type": "text/html; charset=utf-8", connection: "close", ...headers });
    switch (pathname) {
      case "/to":
        return response.writeHead(Number(searchParams.get("status") ?? 302), { location: searchParams.get("where") ?? "", connection: "close" }).end();
      case "/again":
        return response.writeHead(301, { location: `/again?${Number(searchParams.get("n") ?? 0) + 1}`, connection: "close" }).end();
      case "/gzip":
        return html({ "content-encoding": "gzip" }).end(gzipSync(PAGE));
      case "/br":
        return html({ "content-encoding": "br" }).end(brotliCompressSync(PAGE));
      case "/bomb":
        return html({ "content-encoding": "gzip" }).end(BOMB);
      case "/not-gzip":
        return html({ "content-encoding": "gzip" }).end(PAGE);
      case "/twice":
        return html({ "content-encoding": "gzip, gzip" }).end(PAGE);
      case "/long":
        return html({ "content-length": String(10 * 1024 * 1024) }).end(Buffer.alloc(10 * 1024 * 1024));
      case "/short":
        html({ "content-length": "5000" }).write("<html>");
        return setTimeout(() => response.destroy(), 50);
      case "/endless": {
        html();
        const more = () => {
          while (!response.destroyed && response.write(Buffer.alloc(1 << 16, "x")));
        };
        response.on("drain", more);
        return more();
      }
      case "/drip": {
        html();
        const timer = setInterval(() => response.write("x"), 100);
        return response.on("close", () => clearInterval(timer));
      }
      case "/silent":
        return html().write("<html>");
      case "/never":
        return undefined;
      case "/image":
        return response.writeHead(200, { "content-type": "image/png", connection: "close" }).end("x");
      case "/gone":
        return response.writeHead(404, { connection: "close" }).end("nothing");
      case "/headers":
        return response.writeHead(200, { "set-cookie": "a=b", "content-type": "text/plain", connection: "close" }).end(JSON.stringify(request.headers));
      default:
        return html().end(PAGE);
    }
  });
});
afterAll(() => sites.close());

const at = (path: string, host = "buoy.example") => `http://${host}:${sites.port}${path}`;
const get = (address: string, names = {}, more = {}) => fetchPage(job(), address, testMeans(sites.port, names, more));
const codeOf = async (...given: Parameters<typeof get>) => {
  const found = await get(...given);
  return found.ok ? "fetched" : found.error.code;
};

describe("fetching a page", () => {
  it("is off unless the operator says otherwise, and sends nothing", async () => {
    const before = sites.asked.length;
    expect(await fetchPage(job(), at("/"), { ...testMeans(sites.port), on: usualMeans().on })).toMatchObject({ ok: false, error: { code: "fetch_off" } });
    expect(sites.asked.length).toBe(before);
  });

  it.each(["/", "/gzip", "/br"])("gives the bytes, the media type and where it was found (%s)", async (path) => {
    const found = await get(at(path));
    expect(found).toMatchObject({ ok: true, value: { mediaType: "text/html; charset=utf-8", finalUrl: at(path) } });
    expect(found.ok && new TextDecoder().decode(found.value.bytes)).toBe(PAGE);
  });

  it("follows three redirects, of every kind and relative ones, and no fourth", async () => {
    const to = (where: string, status = 302) => `/to?status=${status}&where=${encodeURIComponent(where)}`;
    expect(await get(at(to(to("/page", 307), 301)))).toMatchObject({ ok: true, value: { finalUrl: at("/page") } });
    expect(await codeOf(at("/again"))).toBe("too_many_redirects");
    expect(sites.asked.filter((each) => each.includes("/again"))).toHaveLength(4);
  });

  it("tells who asks and carries no cookie, password or origin", async () => {
    await get(at("/headers"));
    const found = await get(at("/headers"));
    const headers = JSON.parse(found.ok ? new TextDecoder().decode(found.value.bytes) : "{}") as Record<string, string>;
    expect(headers["user-agent"]).toMatch(/^Slantwise/u);
    expect(Object.keys(headers).filter((name) => /cookie|authorization|origin|referer/u.test(name))).toEqual([]);
  });

  it.each([
    ["/bomb", "response_too_large"],
    ["/long", "response_too_large"],
    ["/endless", "response_too_large"],
    ["/drip", "too_slow"],
    ["/silent", "too_slow"],
    ["/never", "too_slow"],
    ["/short", "no_answer"],
    ["/not-gzip", "broken_response"],
    ["/twice", "unknown_packing"],
    ["/image", "wrong_type"],
    ["/gone", "http_status"],
  ])("refuses %s by name", async (path, code) => {
    const found = await get(at(path));
    expect(found).toMatchObject({ ok: false, error: { code } });
    expect(found.ok ? "" : found.error.message).toMatch(/^[A-Z].*[.]$/u);
  });

  it("refuses what is no web page's address", async () => {
    const open = testMeans(80).ports;
    for (const address of ["file:///etc/passwd", "ftp://a.example/", "gopher://a.example/", "data:text/html,x", "javascript:alert(1)", "//a.example", "buoy", "", `http://me:secret@buoy.example:${sites.port}/`, `http://me@buoy.example:${sites.port}/`]) {
      expect([address, await codeOf(address)]).toEqual([address, "bad_address"]);
    }
    for (const port of [22, 5432, 6379, 8080, 65535]) expect(await codeOf(`http://buoy.example:${port}/`, {}, { ports: open })).toBe("bad_port");
  });

  it("refuses names and numbers that lead into a private network, however they are written", async () => {
    const inside = ["2130706434", "0x7f000002", "0x7f.0.0.2", "0177.0.0.2", "127.0.2", "127。0。0。2", "１２７.0.0.2", "[::ffff:127.0.0.2]", "[::ffff:7f00:2]", "[::1]", "0", "[::]", "169.254.169.254", "[64:ff9b::7f00:2]"];
    for (const host of inside) expect([host, await codeOf(at("/", host))]).toEqual([host, "private_address"]);
    expect(await codeOf(at("/", "intranet.example"), { "intranet.example": ["127.0.0.2"] })).toBe("private_address");
    expect(await codeOf(at("/", "both.example"), { "both.example": ["127.0.0.1", "127.0.0.2"] })).toBe("private_address");
    expect(await codeOf(at("/", "none.example"), { "none.example": [] })).toBe("unknown_host");
    expect(await codeOf(at("/", "lost.example"), {}, { resolve: () => Promise.reject(new Error("ENOTFOUND")) })).toBe("unknown_host");
    expect(sites.inPrivate).toEqual([]);
  });

  it.each([
    ["a number", () => at("/", "127.0.0.2"), "private_address"],
    ["a name", () => at("/", "intranet.example"), "private_address"],
    ["another port", () => "http://buoy.example:6379/", "bad_port"],
    ["a file", () => "file:///etc/passwd", "bad_address"],
    ["a password", () => `http://a:b@buoy.example:${sites.port}/`, "bad_address"],
  ])("does not follow a redirect to %s", async (_, where, code) => {
    expect(await codeOf(at(`/to?where=${encodeURIComponent(where())}`), { "intranet.example": ["127.0.0.2"] })).toBe(code);
    expect(sites.inPrivate).toEqual([]);
  });

  it("is not misled by a name that is public when asked first and private afterwards", async () => {
    let asked = 0;
    const resolve = async () => [asked++ === 0 ? "127.0.0.1" : "127.0.0.2"];
    expect(await codeOf(at(`/to?where=${encodeURIComponent(at("/", "turn.example"))}`, "turn.example"), {}, { resolve })).toBe("private_address");
    expect(asked).toBe(2);
    expect(sites.inPrivate).toEqual([]);
  });

  it("says so when nobody listens, or what listens is no web server", async () => {
    const odd = createServer((socket) => socket.resume().on("error", () => {}).end("220 mail ready\r\n"));
    await new Promise<void>((resolve) => odd.listen(0, "127.0.0.1", resolve));
    const { port } = odd.address() as AddressInfo;
    expect(await codeOf(`http://mail.example:${port}/`, {}, { ports: [port] })).toBe("no_answer");
    await new Promise((resolve) => odd.close(resolve));
    expect(await codeOf(`http://mail.example:${port}/`, {}, { ports: [port] })).toBe("no_answer");
  });
});

describe("public addresses", () => {
  it.each(["8.8.8.8", "93.184.216.34", "2606:2800:220:1:248:1893:25c8:1946", "2001:4860:4860::8888"])("are such as %s", (address) => {
    expect(isPublicAddress(address)).toBe(true);
  });

  it.each([
    "0.0.0.0", "10.0.0.1", "100.64.0.1", "127.0.0.1", "127.255.255.254", "169.254.169.254", "172.16.0.1", "172.31.255.255", "192.0.0.1", "192.0.2.1", "192.168.1.1", "198.18.0.1", "198.51.100.1", "203.0.113.1", "224.0.0.1", "240.0.0.1", "255.255.255.255",
    "::", "::1", "::127.0.0.1", "::ffff:10.0.0.1", "::ffff:8.8.8.8", "64:ff9b::a00:1", "64:ff9b:1::1", "100::1", "2001::1", "2001:db8::1", "2002:7f00:1::", "3fff::1", "fc00::1", "fd12::1", "fe80::1", "fec0::1", "ff02::1", "no address", "",
  ])("are not such as %j", (address) => {
    expect(isPublicAddress(address)).toBe(false);
  });
});
