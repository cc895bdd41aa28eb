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
