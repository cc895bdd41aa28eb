import { createRoute, OpenAPIHono, type RouteConfig, z } from "@hono/zod-openapi";
import type { Context, MiddlewareHandler } from "hono";
import { actorOf, allowed, anonymous, memberOf, type Actor, type MemberActor } from "@/lib/accounts/server/actor";
import { addressOf, credentialOf } from "@/lib/accounts/server/credential";
import { AppError, forbidden, invalid, invariant, notFound } from "@/lib/kernel/errors";
import { newId } from "@/lib/kernel/id";
import type { Op } from "@/lib/projects/operation";
import type { Permission } from "@/lib/projects/permissions";
import { isHttps } from "@/lib/platform/env";
import { notFoundProblem, problem } from "./problem";
import { BODY_LIMIT, checkContentType, checkMember, checkOrigin, decodeBody, formOf, MOST_ERRORS, operationOf, parseJson, readBytes } from "./request";

/** Who may use a route: anyone at all, anyone signed in, or members who hold a permission. */
export type Access = "anyone" | "signed_in" | { readonly member: Permission };

type Vars = { requestId: string; actor: Actor; member?: MemberActor; op?: Op; bytes?: Uint8Array; form?: ReadonlyMap<string, string> };
/**
 * What a write sends: JSON, or in the one place where files come in, bytes as they are. A `foreign_form` is posted by
 * a page of another site (a learning platform): nobody is signed in for it, whatever cookie comes with it.
 */
type Sent = "json" | "bytes" | "foreign_form";
export type ApiEnv = { Variables: Vars };
export type ApiContext = Context<ApiEnv>;

const writes = new Set(["POST", "PUT", "PATCH", "DELETE"]);

function guard(access: Access, bodyLimit: number, sent: Sent): MiddlewareHandler<ApiEnv> {
  return async (c, next) => {
    const request = c.req.raw;
    if (sent === "foreign_form") {
      invariant(access === "anyone", "a form of another site is nobody's");
      c.set("actor", anonymous(addressOf(request.headers)));
      checkContentType(request.headers, "application/x-www-form-urlencoded");
      c.set("form", formOf(decodeBody(await readBytes(request, bodyLimit))));
      return next();
    }
    const credential = credentialOf(request.headers);
    const write = writes.has(request.method);
    if (write && !credential.bearer) checkOrigin(request.headers);
    if (typeof access === "object") {
      const { actor, member } = await memberOf(credential, c.req.param("projectId") ?? "");
      if (actor.kind === "anonymous") throw unauthenticated();
      // Membership comes before anything of the request is looked at, so that a malformed id answers like a foreign one.
      if (!member) throw notFound();
      checkMember(request.headers, member.memberId);
      if (!allowed(member, access.member)) throw forbidden("Your role in this project does not include this.");
      c.set("actor", actor);
      c.set("member", member);
    } else {
      const actor = await actorOf(credential);
      if (access === "signed_in" && actor.kind === "anonymous") throw unauthenticated();
      c.set("actor", actor);
    }
    if (write) {
      checkContentType(request.headers, sent === "bytes" ? "application/octet-stream" : "application/json");
      const bytes = await readBytes(request, bodyLimit);
      if (sent === "bytes") c.set("bytes", bytes);
      else {
        const text = decodeBody(bytes);
        const value = parseJson(text);
        c.req.bodyCache = { text: Promise.resolve(text) as never, json: Promise.resolve(value ?? {}) as never };
      }
      if (typeof access === "object") c.set("op", operationOf(request, c.req.path, bytes));
    }
    for (const [name, values] of Object.entries(c.req.queries())) {
      if (values.length > 1) throw invalid(`The parameter ${name} is given more than once.`);
      if (`${name}${values[0] ?? ""}`.includes("\u0000")) throw invalid("The address holds the character U+0000, which no text may hold.");
    }
    await next();
  };
}

const unauthenticated = () => new AppError("unauthenticated", "Sign in first; nothing was changed.");

/**
 * Describes one route and puts the wrapper before it: actor, origin and content type, membership, body limit,
 * forbidden characters, then parameters and body against their schemas. Every route of the API is made here.
 */
export function route<const R extends Omit<RouteConfig, "middleware">>(access: Access, config: R, bodyLimit = BODY_LIMIT, sent: Sent = "json") {
  return createRoute({ ...config, "x-access": access, middleware: [guard(access, bodyLimit, sent)] as const });
}

/** A JSON answer in a route's description. */
export const answer = <S extends z.ZodType>(schema: S, description = "As asked") => ({ description, content: { "application/json": { schema } } });

/** A JSON body in a route's description. */
export const body = <S extends z.ZodType>(schema: S) => ({ required: true, content: { "application/json": { schema } } });

/** Bytes as they are as the body in a route's description. */
export const bytesBody = { required: true, content: { "application/octet-stream": { schema: z.string().openapi({ format: "binary" }) } } };

/** A fresh group of routes with the common handling of wrong parameters. */
export function group(): OpenAPIHono<ApiEnv> {
  const app = new OpenAPIHono<ApiEnv>({
    defaultHook: (result) => {
      if (result.success) return undefined;
      if (result.target === "param") throw notFound();
      const errors = result.error.issues.slice(0, MOST_ERRORS).map((issue) => ({ path: `/${issue.path.join("/")}`, message: issue.message }));
      const first = errors[0];
      throw invalid(first ? `${first.path === "/" ? "The request" : first.path}: ${first.message}` : "The request is not right.", { errors });
    },
  });
  return app;
}

/** The member behind a route that asks for one. */
export function member(c: ApiContext): MemberActor {
  const actor = c.get("member");
  invariant(actor, "the route asks for a member");
  return actor;
}

/** The operation of a write in a project. */
export function op(c: ApiContext): Op {
  const operation = c.get("op");
  invariant(operation, "the route is a write of a member");
  return operation;
}

/** The bytes that a route of bytes was sent. */
export function bytesOf(c: ApiContext): Uint8Array {
  const bytes = c.get("bytes");
  invariant(bytes, "the route takes bytes");
  return bytes;
}

/** The fields of a form that a page of another site posted. */
export function formFields(c: ApiContext): ReadonlyMap<string, string> {
  const form = c.get("form");
  invariant(form, "the route takes a form");
  return form;
}

/** Headers of every answer, problem documents included. */
export const frame: MiddlewareHandler<ApiEnv> = async (c, next) => {
  c.set("requestId", newId());
  await next();
  c.header("X-Request-Id", c.get("requestId"));
  c.header("Cache-Control", "private, no-store");
  c.header("Vary", "Cookie, Authorization");
  c.header("X-Content-Type-Options", "nosniff");
  c.header("Referrer-Policy", "same-origin");
  c.header("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'");
  if (isHttps()) c.header("Strict-Transport-Security", "max-age=31536000");
};

export { notFoundProblem, problem };
