// The API alone behind Node's own HTTP server: what the kill test talks to where the pages are not built.
import { createServer, type IncomingMessage } from "node:http";
import { api } from "@/lib/api/app";

async function bodyOf(request: IncomingMessage): Promise<Buffer<ArrayBuffer>> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of request) chunks.push(chunk as Uint8Array);
  return Buffer.concat(chunks);
}

const server = createServer((request, response) => {
  const answer = async () => {
    const { method = "GET", headers, url = "/" } = request;
    const body = method === "GET" ? undefined : await bodyOf(request);
    const sent = new Request(`http://${headers.host}${url}`, { method, headers: headers as Record<string, string>, ...(body === undefined ? {} : { body }) });
    const got = await api.fetch(sent);
    const text = await got.text();
    response.writeHead(got.status, Object.fromEntries(got.headers)).end(text);
  };
  answer().catch(() => response.writeHead(500).end());
});
server.listen(Number(process.env["PORT"]), process.env["HOST"]);
