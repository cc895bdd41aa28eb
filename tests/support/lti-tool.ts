import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { api } from "@/lib/api/app";
import { sessionCookie } from "@/lib/accounts/server/credential";
import type { LtiPlatform, Visit } from "./lti-platform";

/** The API of this process behind a real address, as a platform and a browser see it. */
export async function startTool(): Promise<{ url: string; close: () => Promise<void> }> {
  const server = createServer((request, response) => {
    void (async () => {
      const pieces: Buffer[] = [];
      for await (const piece of request as AsyncIterable<Buffer>) pieces.push(piece);
      const headers = new Headers(Object.entries(request.headers).flatMap(([name, value]) => (typeof value === "string" ? [[name, value]] : [])) as [string, string][]);
      const body = request.method === "GET" ? {} : { body: Buffer.concat(pieces) };
      const answer = await api.request(`http://${request.headers.host}${request.url}`, { method: request.method ?? "GET", headers, ...body });
      response.statusCode = answer.status;
      for (const [name, value] of answer.headers) if (name !== "set-cookie") response.setHeader(name, value);
      response.setHeader("set-cookie", answer.headers.getSetCookie());
      response.end(Buffer.from(await answer.arrayBuffer()));
    })();
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () => new Promise((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    }),
  };
}

/** Where an answer leads, and what it was. */
export type Step = { status: number; to: string; text: string; set: readonly string[] };

/** Goes from address to address as a browser does, with its cookies; posts of other sites go without them (SameSite=Lax). */
export class Walker {
  readonly cookies = new Map<string, string>();
  constructor(readonly tool: string) {}

  get session(): string {
    return this.cookies.get(sessionCookie()) ?? "";
  }

  private async step(path: string, init: RequestInit): Promise<Step> {
    const answer = await fetch(path.startsWith("/") ? `${this.tool}${path}` : path, { redirect: "manual", ...init });
    const set = answer.headers.getSetCookie();
    for (const line of set) {
      const [, name, value] = /^([^=]+)=([^;]*)/u.exec(line) ?? [];
      if (name !== undefined && value === "") this.cookies.delete(name);
      else if (name !== undefined) this.cookies.set(name, value ?? "");
    }
    return { status: answer.status, to: answer.headers.get("location") ?? "", text: await answer.text(), set };
  }

  get(path: string, headers: Record<string, string> = {}): Promise<Step> {
    return this.step(path, { headers: { cookie: [...this.cookies].map(([name, value]) => `${name}=${value}`).join("; "), ...headers } });
  }

  post(path: string, fields: Record<string, string>): Promise<Step> {
    return this.step(path, { method: "POST", headers: { origin: "https://course.example.org", "sec-fetch-site": "cross-site", "content-type": "application/x-www-form-urlencoded" }, body: new URLSearchParams(fields).toString() });
  }

  /** The login of a launch: where it sent us, with state and nonce. */
  async login(platform: LtiPlatform, more: Record<string, string> = {}): Promise<{ step: Step; state: string; nonce: string }> {
    const step = await this.get(`/api/v1/lti/login?${new URLSearchParams({ iss: platform.issuer, login_hint: "hint", target_link_uri: `${this.tool}/api/v1/lti/launch`, ...more }).toString()}`);
    const asked = URL.canParse(step.to) ? new URL(step.to).searchParams : new URLSearchParams();
    return { step, state: asked.get("state") ?? "", nonce: asked.get("nonce") ?? "" };
  }

  /** The whole way: login, the platform's answer, and in. Ends where the tool refuses. */
  async launch(platform: LtiPlatform, visit: Visit): Promise<Step> {
    const { step, state, nonce } = await this.login(platform);
    if (step.to.startsWith("/lti/refused")) return step;
    const taken = await this.post("/api/v1/lti/launch", { id_token: await platform.token(visit, nonce, `${this.tool}/api/v1/lti/launch`), state });
    return taken.to === "/api/v1/lti/open" ? this.get(taken.to) : taken;
  }
}
