import { NextResponse, type NextRequest } from "next/server";
import { env, isHttps } from "@/lib/platform/env";

// The only pages that a learning platform may show inside its own: they hold a sentence and a link, and do nothing.
const INSIDE_OTHERS = ["/lti/refused", "/lti/new-tab"];
// The only page whose form is posted to another site: a lesson goes back to the platform that asked for it.
const TO_OTHERS = "/lti/teacher";

/** Headers of every page, and the nonce that its scripts carry. It decides nothing: guards stand in the data layer. */
export function proxy(request: NextRequest): NextResponse {
  const nonce = Buffer.from(crypto.getRandomValues(new Uint8Array(16))).toString("base64");
  const development = env().NODE_ENV === "development";
  const { pathname } = request.nextUrl;
  const loopback = env().SLANTWISE_LTI_LOOPBACK === "1" ? " http://127.0.0.1:* http://localhost:*" : "";
  const policy = [
    "default-src 'none'",
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${development ? " 'unsafe-eval'" : ""}`,
    `style-src 'self' ${development ? "'unsafe-inline'" : `'nonce-${nonce}'`}`,
    "style-src-attr 'unsafe-inline'",
    "img-src 'self' data:",
    "font-src 'self'",
    `connect-src 'self'${development ? " ws:" : ""}`,
    "object-src 'none'",
    "base-uri 'none'",
    `form-action 'self'${pathname === TO_OTHERS ? ` https:${loopback}` : ""}`,
    `frame-ancestors ${INSIDE_OTHERS.includes(pathname) ? `https:${loopback}` : "'none'"}`,
  ].join("; ");
  const headers = new Headers(request.headers);
  headers.set("x-nonce", nonce);
  headers.set("content-security-policy", policy);
  const response = NextResponse.next({ request: { headers } });
  response.headers.set("Content-Security-Policy", policy);
  response.headers.set("X-Content-Type-Options", "nosniff");
  response.headers.set("Referrer-Policy", "same-origin");
  response.headers.set("Cache-Control", "private, no-store");
  if (isHttps()) response.headers.set("Strict-Transport-Security", "max-age=31536000");
  return response;
}

export const config = { matcher: ["/((?!api/v1|_next/static|_next/image|favicon.ico).*)"] };
