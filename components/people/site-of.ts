const LOOPBACK = /^(localhost|127\.|\[::1\])/;

/** Under what address others reach us, for a browser: not this machine's own name for itself, where a better one is known. Null on the server. */
export function siteOf(publicUrl: string | null): URL | null {
  if (typeof window === "undefined") return null;
  const here = new URL(window.location.origin);
  return publicUrl !== null && LOOPBACK.test(here.hostname) ? new URL(publicUrl) : here;
}
