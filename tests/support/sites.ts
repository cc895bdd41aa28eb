import { createServer, type RequestListener, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { usualMeans, type FetchMeans } from "@/lib/articles/server/fetching/means";

/** A server that stands for a site of the internet (127.0.0.1) and one for a private network (127.0.0.2), on one port. */
export type Sites = { readonly port: number; readonly inPrivate: string[]; readonly asked: string[]; readonly close: () => Promise<void> };

const listen = (server: Server, port: number, host: string): Promise<number> =>
  new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, host, () => resolve((server.address() as AddressInfo).port));
  });

/** Starts both; `site` answers for the internet. */
export async function startSites(site: RequestListener): Promise<Sites> {
  const [asked, inPrivate]: string[][] = [[], []];
  const open = createServer((request, response) => {
    asked?.push(`${request.headers.host?.split(":")[0]}${request.url}`);
    site(request, response);
  });
  const secret = createServer((request, response) => {
    inPrivate?.push(request.url ?? "");
    response.end("<html>secret</html>");
  });
  const port = await listen(open, 0, "127.0.0.1");
  await listen(secret, port, "127.0.0.2");
  const end = (server: Server) => new Promise<void>((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
  return { port, asked: asked ?? [], inPrivate: inPrivate ?? [], close: async () => void (await Promise.all([end(open), end(secret)])) };
}

/** Means by which only 127.0.0.1 is the internet; every name leads there unless `names` says otherwise. No pauses. */
export const testMeans = (port: number, names: { readonly [host: string]: readonly string[] } = {}, more: Partial<FetchMeans> = {}): FetchMeans => ({
  ...usualMeans(),
  on: true,
  resolve: async (host) => names[host] ?? ["127.0.0.1"],
  isPublic: (address) => address === "127.0.0.1",
  ports: [port],
  milliseconds: 1_500,
  quietMilliseconds: 700,
  pauseMilliseconds: 1_000,
  sleep: async () => {},
  ...more,
});
