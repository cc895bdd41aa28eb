import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { calculateJwkThumbprint, createRemoteJWKSet, exportJWK, generateKeyPair, jwtVerify, SignJWT, type JWK, type JWTPayload } from "jose";
import { CLAIM, SCORE_SCOPE } from "@/lib/lti/claims";

const COURSE = "http://purl.imsglobal.org/vocab/lis/v2/membership";
export const INSTRUCTOR = `${COURSE}#Instructor`;
export const LEARNER = `${COURSE}#Learner`;
export const CLIENT = "tool-on-simulator";
export const DEPLOYMENT = "deployment-1";

/** Who goes where: what a platform knows of the person who clicks a link of a course. */
export type Visit = { subject: string; roles?: string[]; resource?: string; deepLink?: boolean; lesson?: string; more?: JWTPayload };

/** A learning platform in this process: a real server on loopback with a key of its own. */
export type LtiPlatform = {
  readonly url: string;
  readonly issuer: string;
  /** What arrived of scores and of deep linking. */
  readonly scores: Record<string, unknown>[];
  readonly links: JWTPayload[];
  /** How often its keys were asked for. */
  keysAsked: number;
  /** How its keys are given out. */
  keys: "well" | "huge" | "never" | "broken";
  /** What its service for grades says. */
  grades: "well" | "fails";
  /** Signs what it would say for a visit to the login that asked with `nonce`. */
  token: (visit: Visit, nonce: string, target: string, header?: Record<string, unknown>) => Promise<string>;
  /** Who comes next to its authorisation endpoint, by login hint. */
  readonly visits: Map<string, Visit>;
  readonly settings: (name?: string) => Record<string, string>;
  readonly close: () => Promise<void>;
};

const read = async (request: IncomingMessage): Promise<string> => {
  const pieces: Buffer[] = [];
  for await (const piece of request as AsyncIterable<Buffer>) pieces.push(piece);
  return Buffer.concat(pieces).toString("utf8");
};
const json = (response: ServerResponse, value: unknown, status = 200): void => void response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(value));
const text = (value: string): string => value.replace(/[&<>"]/gu, (char) => `&#${char.codePointAt(0)};`);
const page = (response: ServerResponse, body: string): void => void response.writeHead(200, { "content-type": "text/html; charset=utf-8" }).end(`<!doctype html><title>Course</title><main>${body}</main>`);
const form = (action: string, fields: Record<string, string>, button: string): string =>
  `<form method="post" action="${text(action)}">${Object.entries(fields).map(([name, value]) => `<input type="hidden" name="${name}" value="${text(value)}">`).join("")}<button>${button}</button></form>`;

/** Starts a platform whose tool is reached at `tool`. */
export async function startPlatform(tool: string): Promise<LtiPlatform> {
  const { privateKey, publicKey } = await generateKeyPair("RS256", { extractable: true });
  const open: JWK = await exportJWK(publicKey);
  const kid = await calculateJwkThumbprint(open);
  let toolKeys: ReturnType<typeof createRemoteJWKSet> | null = null;
  const ofTool = () => (toolKeys ??= createRemoteJWKSet(new URL(`${tool}/api/v1/lti/keys`)));
  const granted = new Set<string>();
  const launch = `${tool}/api/v1/lti/launch`;

  const routes: Record<string, (request: IncomingMessage, response: ServerResponse, url: URL) => unknown> = {
    "/jwks": (_request, response) => {
      it.keysAsked++;
      if (it.keys === "never") return;
      if (it.keys === "broken") return response.end("<html>no keys here</html>");
      json(response, { keys: [{ ...open, kid, alg: "RS256", use: "sig" }], ...(it.keys === "huge" ? { filler: "x".repeat(600_000) } : {}) });
    },
    // A page of a course: one link, which begins the login as a form.
    "/course": (_request, response, url) => page(response, form(`${tool}/api/v1/lti/login`, { iss: it.issuer, login_hint: url.searchParams.get("as") ?? "", target_link_uri: launch, client_id: CLIENT }, "Open the lesson")),
    "/frame": (_request, response, url) => page(response, `<iframe title="Lesson" width="600" height="400" src="${text(`${tool}/api/v1/lti/login?${new URLSearchParams({ iss: it.issuer, login_hint: url.searchParams.get("as") ?? "", target_link_uri: launch, client_id: CLIENT }).toString()}`)}"></iframe>`),
    "/auth": async (_request, response, url) => {
      const asked = (name: string): string => url.searchParams.get(name) ?? "";
      const visit = it.visits.get(asked("login_hint"));
      if (!visit || asked("redirect_uri") !== launch || asked("response_mode") !== "form_post" || asked("prompt") !== "none" || asked("client_id") !== CLIENT) return json(response, { error: "unauthorised" }, 400);
      page(response, `${form(launch, { id_token: await it.token(visit, asked("nonce"), launch), state: asked("state") }, "Go on")}<script>document.forms[0].submit()</script>`);
    },
    "/token": async (request, response) => {
      const sent = new URLSearchParams(await read(request));
      const fine = sent.get("grant_type") === "client_credentials" && sent.get("client_assertion_type") === "urn:ietf:params:oauth:client-assertion-type:jwt-bearer" && sent.get("scope") === SCORE_SCOPE;
      try {
        const { payload } = await jwtVerify(sent.get("client_assertion") ?? "", ofTool(), { issuer: CLIENT, subject: CLIENT, audience: `${it.url}/token`, algorithms: ["RS256"], requiredClaims: ["exp", "iat", "jti"] });
        if (!fine || granted.has(`jti ${payload.jti}`)) return json(response, { error: "invalid_request" }, 400);
        granted.add(`jti ${payload.jti}`).add(`at ${payload.jti}`);
        json(response, { access_token: payload.jti, token_type: "Bearer", expires_in: 3600, scope: SCORE_SCOPE });
      } catch {
        json(response, { error: "invalid_client" }, 401);
      }
    },
    "/items/1/scores": async (request, response, url) => {
      const right = granted.has(`at ${(request.headers.authorization ?? "").replace("Bearer ", "")}`) && request.headers["content-type"] === "application/vnd.ims.lis.v1.score+json" && url.searchParams.get("kind") === "lesson";
      const sent = JSON.parse(await read(request)) as Record<string, unknown>;
      if (!right || it.grades === "fails") return json(response, { error: "no" }, right ? 503 : 401);
      it.scores.push(sent);
      response.writeHead(204).end();
    },
    "/links": async (request, response) => {
      const sent = new URLSearchParams(await read(request)).get("JWT") ?? "";
      const { payload } = await jwtVerify(sent, ofTool(), { issuer: CLIENT, audience: it.issuer, algorithms: ["RS256"] });
      it.links.push(payload);
      page(response, "<p>The link is in the course.</p>");
    },
  };

  const server = createServer((request, response) => {
    const url = new URL(request.url ?? "/", "http://platform.invalid");
    const route = routes[url.pathname];
    void (async () => (route ? route(request, response, url) : json(response, { error: "nothing" }, 404)))().catch((error: unknown) => response.writableEnded || json(response, { error: String(error) }, 500));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

  const it: LtiPlatform = {
    url,
    issuer: url,
    scores: [],
    links: [],
    keysAsked: 0,
    keys: "well",
    grades: "well",
    visits: new Map(),
    token: (visit, nonce, target, header = {}) => {
      const seconds = Math.floor(Date.now() / 1000);
      return new SignJWT({
        iss: url, sub: visit.subject, aud: CLIENT, azp: CLIENT, iat: seconds, exp: seconds + 300, nonce, name: "Ada Example", email: "ada@example.org",
        [CLAIM.version]: "1.3.0", [CLAIM.deployment]: DEPLOYMENT, [CLAIM.target]: target, [CLAIM.roles]: visit.roles ?? [LEARNER], [CLAIM.context]: { id: "course-1", title: "Year 9" },
        ...(visit.lesson === undefined ? {} : { [CLAIM.custom]: { lesson: visit.lesson } }),
        ...(visit.deepLink
          ? { [CLAIM.messageType]: "LtiDeepLinkingRequest", [CLAIM.deepLinking]: { deep_link_return_url: `${url}/links`, accept_types: ["ltiResourceLink"], accept_presentation_document_targets: ["window"], data: "keep this" } }
          : { [CLAIM.messageType]: "LtiResourceLinkRequest", [CLAIM.resource]: { id: visit.resource ?? "link-1" }, [CLAIM.grades]: { scope: [SCORE_SCOPE], lineitem: `${url}/items/1?kind=lesson` } }),
        ...visit.more,
      }).setProtectedHeader({ alg: "RS256", kid, typ: "JWT", ...header }).sign(privateKey);
    },
    settings: (name = "Moorside Moodle") => ({ name, issuer: url, client: CLIENT, deployment: DEPLOYMENT, auth: `${url}/auth`, token: `${url}/token`, jwks: `${url}/jwks` }),
    close: () => new Promise((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    }),
  };
  return it;
}
