import { z } from "zod";

/** Names of the claims that this tool reads or writes (LTI 1.3 core, deep linking 2.0, assignment and grade services 2.0). */
const core = <N extends string>(name: N) => `https://purl.imsglobal.org/spec/lti/claim/${name}` as const;
const deep = <N extends string>(name: N) => `https://purl.imsglobal.org/spec/lti-dl/claim/${name}` as const;
export const CLAIM = {
  messageType: core("message_type"),
  version: core("version"),
  deployment: core("deployment_id"),
  target: core("target_link_uri"),
  resource: core("resource_link"),
  roles: core("roles"),
  context: core("context"),
  custom: core("custom"),
  grades: "https://purl.imsglobal.org/spec/lti-ags/claim/endpoint",
  deepLinking: deep("deep_linking_settings"),
  items: deep("content_items"),
  data: deep("data"),
} as const;

export const SCORE_SCOPE = "https://purl.imsglobal.org/spec/lti-ags/scope/score";

const short = z.string().min(1).max(255);
const address = z.string().min(1).max(1000);

/**
 * What is read of a platform's token. Names, addresses and pictures of people may stand in it too: nothing here takes
 * them over, so they are gone as soon as the token is.
 */
const Token = z.object({
  iss: short,
  sub: short,
  aud: z.union([short, z.array(short).min(1).max(20)]),
  azp: short.optional(),
  exp: z.number(),
  iat: z.number(),
  nonce: short,
  [CLAIM.messageType]: z.string(),
  [CLAIM.version]: z.string(),
  [CLAIM.deployment]: short,
  [CLAIM.target]: address.optional(),
  [CLAIM.roles]: z.array(z.string().max(255)).max(100),
  [CLAIM.resource]: z.object({ id: short }).optional(),
  [CLAIM.context]: z.object({ id: short }).optional(),
  [CLAIM.custom]: z.record(z.string(), z.unknown()).optional(),
  [CLAIM.grades]: z.object({ scope: z.array(z.string()).max(20).optional(), lineitem: address.optional() }).optional(),
  [CLAIM.deepLinking]: z.object({ deep_link_return_url: address, accept_types: z.array(z.string()).max(20), data: z.string().max(1200).optional() }).optional(),
});

/** A platform's token with everything that a launch may need, and no name. Times are seconds since 1970. */
export type LaunchToken = {
  readonly issuer: string;
  readonly subject: string;
  readonly audience: readonly string[];
  readonly party: string | null;
  readonly expires: number;
  readonly issued: number;
  readonly nonce: string;
  readonly messageType: string;
  readonly version: string;
  readonly deployment: string;
  readonly target: string | null;
  readonly roles: readonly string[];
  readonly resourceLink: string | null;
  readonly context: string | null;
  readonly lesson: string | null;
  readonly lineItem: string | null;
  readonly deepLink: { readonly returnUrl: string; readonly takesLinks: boolean; readonly data: string | null } | null;
};

/** Reads the payload of a token whose signature was checked; null when a claim is missing or of another shape. */
export function readToken(payload: unknown): LaunchToken | null {
  const parsed = Token.safeParse(payload);
  if (!parsed.success) return null;
  const token = parsed.data;
  const [grades, settings] = [token[CLAIM.grades], token[CLAIM.deepLinking]];
  const lesson = token[CLAIM.custom]?.["lesson"];
  return {
    issuer: token.iss,
    subject: token.sub,
    audience: [token.aud].flat(),
    party: token.azp ?? null,
    expires: token.exp,
    issued: token.iat,
    nonce: token.nonce,
    messageType: token[CLAIM.messageType],
    version: token[CLAIM.version],
    deployment: token[CLAIM.deployment],
    target: token[CLAIM.target] ?? null,
    roles: token[CLAIM.roles],
    resourceLink: token[CLAIM.resource]?.id ?? null,
    context: token[CLAIM.context]?.id ?? null,
    lesson: typeof lesson === "string" && lesson.length <= 200 ? lesson : null,
    lineItem: grades?.scope?.includes(SCORE_SCOPE) ? (grades.lineitem ?? null) : null,
    deepLink: settings ? { returnUrl: settings.deep_link_return_url, takesLinks: settings.accept_types.includes("ltiResourceLink"), data: settings.data ?? null } : null,
  };
}
