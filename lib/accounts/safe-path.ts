/**
 * Where to go after signing in: a path of this site, or `/`. Refuses everything that a browser could read as another
 * site: `//evil`, `/\evil`, `https:evil`, control characters inside. Addresses of the same origin are cut to their path.
 */
export function safePath(wanted: string | null | undefined, origin = "http://here.invalid"): string {
  if (!wanted || /[\u0000-\u0020\u007f\\]/u.test(wanted) || !URL.canParse(wanted, origin)) return "/";
  const absolute = /^https?:\/\//i.test(wanted);
  if (!absolute && !/^\/(?!\/)/.test(wanted)) return "/";
  const url = new URL(wanted, origin);
  if (url.origin !== new URL(origin).origin) return "/";
  const path = `${url.pathname}${url.search}${url.hash}`;
  return path.startsWith("//") || path.startsWith("/api/") ? "/" : path;
}
