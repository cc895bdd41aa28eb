import { z } from "zod";

const provider = (name: string) => ({ [`${name}_ID`]: z.string().optional(), [`${name}_SECRET`]: z.string().optional() });

const schema = z.object({
  NODE_ENV: z.string().default("development"),
  DATABASE_URL: z.string({ error: "DATABASE_URL is missing; npm start sets it for the database it starts itself" }).min(1),
  AUTH_SECRET: z.string({ error: "AUTH_SECRET is missing; give 32 random bytes or more" }).min(32, "AUTH_SECRET is shorter than 32 characters"),
  PUBLIC_URL: z.url().optional(),
  SLANTWISE_LAN: z.enum(["0", "1"]).default("0"),
  /** Whether the server may fetch pages and feeds that people name. */
  SLANTWISE_FETCH: z.enum(["0", "1"]).default("0"),
  /** Whether a learning platform may be on this machine itself: for tests. */
  SLANTWISE_LTI_LOOPBACK: z.enum(["0", "1"]).default("0"),
  SLANTWISE_DATA_DIR: z.string().default(".data"),
  DATABASE_POOL: z.coerce.number().int().positive().default(10),
  LOG_LEVEL: z.string().default("info"),
  SMTP_URL: z.string().optional(),
  MAIL_FROM: z.string().default("Slantwise <slantwise@localhost>"),
  TRUST_PROXY: z.enum(["0", "1"]).default("0"),
  ...provider("GITHUB"),
  ...provider("GOOGLE"),
  ...provider("OIDC"),
  OIDC_ISSUER: z.url().optional(),
  OIDC_NAME: z.string().default("Single sign-on"),
});

export type Env = z.infer<typeof schema> & { readonly [key: string]: unknown };

let cached: Env | undefined;

/** The environment, checked once. Throws with every wrong variable named. The only reader of `process.env` outside `scripts/`. */
export function env(): Env {
  if (cached) return cached;
  const parsed = schema.safeParse(process.env);
  if (!parsed.success) throw new Error(`Environment: ${parsed.error.issues.map((i) => i.message).join("; ")}`);
  cached = parsed.data as Env;
  return cached;
}

/** Whether cookies may be `Secure`: only when people reach us through https. */
export const isHttps = (): boolean => env().PUBLIC_URL?.startsWith("https://") ?? false;
