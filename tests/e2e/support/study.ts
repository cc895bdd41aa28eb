import { expect, request, type APIRequestContext, type APIResponse } from "@playwright/test";
import { newId } from "@/lib/kernel/id";
import { SESSION_COOKIE, sql } from "./site";

/** The API as one person, by the session cookie of theirs. */
export class Person {
  private constructor(private readonly http: APIRequestContext) {}

  /** Somebody with this session; without one, a stranger. */
  static async of(baseURL: string, token: string | null): Promise<Person> {
    const cookie = token === null ? {} : { cookie: `${SESSION_COOKIE}=${token}` };
    return new Person(await request.newContext({ baseURL, extraHTTPHeaders: { ...cookie, origin: new URL(baseURL).origin } }));
  }

  /** One request, whatever its answer is. */
  ask(method: "GET" | "POST" | "PATCH" | "PUT" | "DELETE", path: string, data?: unknown): Promise<APIResponse> {
    return this.http.fetch(`/api/v1${path}`, { method, ...(method === "GET" ? {} : { data: data ?? {}, headers: { "operation-id": newId(), "content-type": "application/json" } }) });
  }

  /** One request that has to be answered well; its JSON. */
  async do<T>(method: "GET" | "POST" | "PATCH" | "PUT" | "DELETE", path: string, data?: unknown): Promise<T> {
    const answer = await this.ask(method, path, data);
    expect(answer.ok(), `${method} ${path}: ${answer.status()} ${answer.ok() ? "" : await answer.text()}`).toBe(true);
    return (await answer.json()) as T;
  }

  /** A page as it comes from the server. */
  page(path: string): Promise<APIResponse> {
    return this.http.get(path);
  }

  end(): Promise<void> {
    return this.http.dispose();
  }
}

/** A project in which everybody gets every article, with one focus target and one article. */
export async function makeStudy(lead: Person, { name, text, kind = "research" }: { name: string; text: string; kind?: "research" | "class" }): Promise<{ id: string; path: string; targetId: string; articleId: string }> {
  const project = await lead.do<{ id: string }>("POST", "/projects", { name, kind, assignEveryone: true });
  const target = await lead.do<{ id: string }>("POST", `/projects/${project.id}/targets`, { name: "Town council" });
  const article = await lead.do<{ id: string }>("POST", `/projects/${project.id}/articles`, { text });
  return { id: project.id, path: `/p/${project.id}`, targetId: target.id, articleId: article.id };
}

/** Gives a member every article of the project, as joining does. */
export async function assignAll(lead: Person, projectId: string, memberId: string): Promise<string> {
  await lead.do("POST", `/projects/${projectId}/assignments`, { all: true, memberIds: [memberId] });
  const [one] = await sql<{ id: string }>("SELECT id FROM assignment WHERE project_id = $1 AND member_id = $2 ORDER BY position LIMIT 1", [projectId, memberId]);
  return one!.id;
}

type Offer = { pseudonyms: string[] };
/** Joins a class with a code and one of the offered names; the phrase, and the statuses of refusals other than a taken name. */
export async function joinByHttp(baseURL: string, code: string, index: number): Promise<{ phrase: string; refusals: number[] }> {
  const stranger = await Person.of(baseURL, null);
  const refusals: number[] = [];
  let offered = (await stranger.do<Offer>("POST", "/join/look", { code })).pseudonyms;
  for (;;) {
    const answer = await stranger.ask("POST", "/join", { code, pseudonym: offered[index % offered.length] });
    if (answer.ok()) {
      const { phrase } = (await answer.json()) as { phrase: string };
      await stranger.end();
      return { phrase, refusals };
    }
    // Two wanted the same name at the same moment: the later one is offered others.
    const problem = (await answer.json()) as { status: number; current?: Offer };
    if (answer.status() !== 409 || !problem.current) return { phrase: "", refusals: [answer.status()] };
    offered = problem.current.pseudonyms;
  }
}

/** Signs in with four words: "in", or the refusal. */
export async function signInByHttp(baseURL: string, phrase: string): Promise<string> {
  const csrf = await fetch(`${baseURL}/api/auth/csrf`);
  const { csrfToken } = (await csrf.json()) as { csrfToken: string };
  const cookie = csrf.headers.getSetCookie().map((line) => line.split(";")[0]).join("; ");
  const answer = await fetch(`${baseURL}/api/auth/callback/phrase`, { method: "POST", headers: { "content-type": "application/json", origin: new URL(baseURL).origin, cookie }, body: JSON.stringify({ phrase, csrfToken, callbackUrl: "/" }) });
  const signedIn = answer.headers.getSetCookie().some((line) => line.startsWith(`${SESSION_COOKIE}=`));
  return signedIn ? "in" : `${answer.status} ${await answer.text()}`;
}
