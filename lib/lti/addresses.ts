import { err, ok, type Result } from "@/lib/kernel/result";

const LOOPBACK = ["localhost", "127.0.0.1", "[::1]"];

/** Whether an address names the machine itself. */
export const isLoopback = (url: URL): boolean => LOOPBACK.includes(url.hostname);

/**
 * An address of a platform: https, without a name or password in it. With `loopback` (tests) also http on the machine
 * itself. Whether it leads into a private network is asked when it is connected to.
 */
export function platformAddress(text: string, loopback: boolean): Result<URL, string> {
  if (!URL.canParse(text)) return err("is no web address");
  const url = new URL(text);
  if (url.username !== "" || url.password !== "") return err("has a name or password in it");
  if (url.protocol === "https:" || (loopback && url.protocol === "http:" && isLoopback(url))) return ok(url);
  return err("must begin with https://");
}

/** Where the scores of a line item are sent: its own address with `/scores` after the path, before a query. */
export function scoresAddress(lineItem: string): string {
  const url = new URL(lineItem);
  url.pathname = `${url.pathname.replace(/\/$/u, "")}/scores`;
  return url.href;
}

/** The addresses of this tool that a platform is told, under the address at which people reach it. */
export const toolAddresses = (base: string) => ({
  login: `${base}/api/v1/lti/login`,
  launch: `${base}/api/v1/lti/launch`,
  keys: `${base}/api/v1/lti/keys`,
});
