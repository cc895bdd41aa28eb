// The web server. Next alone would believe any X-Forwarded-For that a client sends, and the limits on wrong
// passwords and codes would be worth nothing; here the header is written from the connection itself, unless
// TRUST_PROXY=1 says that a proxy of ours stands in front.
import { createServer } from "node:http";
import next from "next";

const port = Number(process.env["PORT"] ?? 3000);
const hostname = process.env["HOST"] ?? "127.0.0.1";
const trusted = process.env["TRUST_PROXY"] === "1";

const app = next({ dev: process.argv.includes("--dev"), hostname, port });
await app.prepare();
const handle = app.getRequestHandler();

const server = createServer((request, response) => {
  if (!trusted) {
    for (const name of ["x-forwarded-host", "x-forwarded-proto", "x-forwarded-port", "forwarded", "x-real-ip"]) delete request.headers[name];
    request.headers["x-forwarded-for"] = request.socket.remoteAddress ?? "";
  }
  handle(request, response).catch(() => {
    if (!response.headersSent) response.writeHead(500);
    response.end();
  });
});
server.requestTimeout = 60_000;
server.headersTimeout = 20_000;
server.on("error", (error) => {
  console.error(error.message);
  process.exit(1);
});
server.listen(port, hostname, () => process.send?.({ ready: true }));

let stopping = false;
for (const signal of ["SIGTERM", "SIGINT"] as const) {
  process.on(signal, () => {
    if (stopping) return;
    stopping = true;
    // Requests under way get two seconds; streams would never end by themselves.
    setTimeout(() => server.closeAllConnections(), 2_000).unref();
    server.close(() => process.exit(0));
    server.closeIdleConnections();
  });
}
