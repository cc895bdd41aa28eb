import { GET, POST } from "@/app/api/auth/[...nextauth]/route";
import { sessionCookie } from "@/lib/accounts/server/credential";
import { hashPassword } from "@/lib/accounts/server/hashing";
import { anonymous, operator } from "@/lib/accounts/server/actor";
import { newId } from "@/lib/kernel/id";
import { rows } from "@/lib/platform/database";
import { call } from "@/tests/factories/call";

export const ORIGIN = "http://127.0.0.1:4320";
export const GOOD = "marble otter cabin thistle";

/** A browser with its own cookies and address that knocks at /api/auth. */
export class Visitor {
  readonly cookies = new Map<string, string>();
  constructor(readonly address = "192.0.2.1") {}

  private headers(more: Record<string, string>): Headers {
    const cookie = [...this.cookies].map(([name, value]) => `${name}=${value}`).join("; ");
    return new Headers({ host: "127.0.0.1:4320", "x-forwarded-for": this.address, ...(cookie ? { cookie } : {}), ...more });
  }
  private keep(response: Response): Response {
    for (const line of response.headers.getSetCookie()) {
      const [, name, value] = /^([^=]+)=([^;]*)/.exec(line)!;
      if (value === "" || /Max-Age=0/.test(line)) this.cookies.delete(name!);
      else this.cookies.set(name!, value!);
    }
    return response;
  }
  async get(path: string): Promise<Response> {
    return this.keep(await GET(new Request(`${ORIGIN}/api/auth/${path}`, { headers: this.headers({}) })));
  }
  async post(path: string, body: Record<string, unknown>, headers: Record<string, string> = {}): Promise<Response> {
    const own = { "content-type": "application/json", origin: ORIGIN, "sec-fetch-site": "same-origin", ...headers };
    return this.keep(await POST(new Request(`${ORIGIN}/api/auth/${path}`, { method: "POST", headers: this.headers(own), body: JSON.stringify(body) })));
  }
  async csrf(): Promise<string> {
    return ((await (await this.get("csrf")).json()) as { csrfToken: string }).csrfToken;
  }
  async signIn(login: string, password: string, more: Record<string, unknown> = {}): Promise<Response> {
    return this.post("callback/password", { csrfToken: await this.csrf(), login, password, ...more });
  }
  async signInWithPhrase(phrase: string): Promise<Response> {
    return this.post("callback/phrase", { csrfToken: await this.csrf(), phrase });
  }
  get session(): string {
    return this.cookies.get(sessionCookie()) ?? "";
  }
  /** Calls the API with this browser's session and address. */
  api(method: string, path: string, payload?: unknown, options: Parameters<typeof call>[4] = {}) {
    return call(this.session ? { session: this.session } : null, method, path, payload, { ...options, headers: { "x-forwarded-for": this.address, ...options.headers } });
  }
}

let counter = 0;

/** A person with a passphrase. */
export async function makeAccount(options: { login?: string; password?: string; email?: string; verified?: boolean; hash?: string } = {}): Promise<{ userId: string; login: string }> {
  const login = options.login ?? `person${++counter}`;
  const userId = newId();
  const hash = options.hash ?? (await hashPassword(operator(), options.password ?? GOOD));
  await rows("INSERT INTO app_user (id, name, login, email, email_verified, password_hash) VALUES ($1, $2, $3, $4, CASE WHEN $5 THEN now() END, $6)", [userId, `Name of ${login}`, login, options.email ?? null, options.verified ?? false, hash]);
  return { userId, login };
}

export const nobody = () => anonymous("192.0.2.1");
