import { networkInterfaces } from "node:os";
import { freePort, portProblem } from "@/scripts/launch/ports";
import { until } from "@/scripts/launch/processes";
import { Problem } from "@/scripts/problem";

/** Where the server listens, and how people reach it. */
export interface Address {
  readonly host: string;
  readonly port: number;
  /** Shown to people. */
  readonly url: string;
  /** For our own question whether it is up. */
  readonly probe: string;
}

const ANY = new Set(["0.0.0.0", "::"]);

function lanAddress(): string {
  const all = Object.entries(networkInterfaces()).flatMap(([name, list]) => (list ?? []).map((entry) => ({ name, ...entry })));
  const usable = all.filter((entry) => entry.family === "IPv4" && !entry.internal && !entry.address.startsWith("169.254."));
  const chosen = usable.find(({ name }) => /^(en|eth|wl|Wi-Fi|Ethernet)/.test(name)) ?? usable[0];
  if (chosen === undefined) {
    throw new Problem("This machine has no address on a local network. Connect it to one, or start without --lan.");
  }
  return chosen.address;
}

function bracketed(host: string): string {
  return host.includes(":") ? `[${host}]` : host;
}

function sentence(code: string, port: number, host: string): string {
  if (code === "EADDRINUSE") {
    return `Port ${port} is taken by another program. Stop that program, or choose another port: PORT=${port + 1} npm start`;
  }
  if (code === "EACCES") return `Port ${port} needs the rights of root. Choose one above 1023: PORT=3000 npm start`;
  if (code === "EADDRNOTAVAIL" || code === "ENOTFOUND" || code === "EAI_AGAIN") {
    return `HOST=${host} is not an address of this machine. Leave it out, or use 0.0.0.0 for every address.`;
  }
  return `Port ${port} on ${host} cannot be used: ${code}`;
}

/** Reads PORT and HOST; throws a Problem when the port cannot be had. After a killed start its port comes free in seconds. */
export async function chooseAddress(options: { lan: boolean; wait: boolean }): Promise<Address> {
  const wanted = process.env["PORT"] || "3000";
  if (!/^\d{1,5}$/.test(wanted) || Number(wanted) > 65_535) {
    throw new Problem(`PORT=${wanted} is not a port. Use a number from 1 to 65535.`);
  }
  const port = Number(wanted) === 0 ? await freePort() : Number(wanted);
  const named = process.env["HOST"] || undefined;
  const host = named ?? (options.lan ? "0.0.0.0" : "127.0.0.1");
  let code = await portProblem(port, host);
  const end = Date.now() + (options.wait ? 6000 : 0);
  while (code === "EADDRINUSE" && Date.now() < end) {
    await until(() => false, 100);
    code = await portProblem(port, host);
  }
  // "localhost" may mean ::1 to a browser, which would then show the other program.
  if (code === undefined && named === undefined && !options.lan && (await portProblem(port, "::1")) === "EADDRINUSE") code = "EADDRINUSE";
  if (code !== undefined) throw new Problem(sentence(code, port, host));
  const shown = options.lan ? lanAddress() : host === "127.0.0.1" || ANY.has(host) ? "localhost" : host;
  const reached = ANY.has(host) ? "127.0.0.1" : host;
  return { host, port, url: `http://${bracketed(shown)}:${port}`, probe: `http://${bracketed(reached)}:${port}` };
}
