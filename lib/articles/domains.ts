import { parse } from "tldts";

/** The longest domain name there is. */
export const MAX_DOMAIN = 253;

/**
 * The domain that a name or an address gives, under which an outlet is known: lower case, without port, path and a
 * leading “www.”, letters beyond ASCII in their xn-- form. Null where no host name stands there (an IP address, one
 * label alone, an ending such as “co.uk” by itself).
 */
export function readDomain(text: string): string | null {
  const trimmed = text.trim();
  const address = /^https?:\/\//iu.test(trimmed) ? trimmed : `http://${trimmed}`;
  if (trimmed === "" || /[\s@\\]/u.test(trimmed) || !URL.canParse(address)) return null;
  const host = new URL(address).hostname.toLowerCase().replace(/\.$/u, "").replace(/^www\d?\.(?=.+\.)/u, "");
  const read = parse(host, { allowPrivateDomains: true });
  return host.length > MAX_DOMAIN || read.isIp || read.domain === null ? null : host;
}

/** The domain that a name is, such as “news.example.org”; null for a name that is only like one, and for a whole address. */
export const domainNamed = (name: string): string | null => (/^[^\s/:]+\.[^\s/:]+$/u.test(name.trim()) ? readDomain(name) : null);

/** A domain and those above it down to the one that is registered, the longest first. */
export function domainsAbove(domain: string): string[] {
  const registered = parse(domain, { allowPrivateDomains: true }).domain ?? domain;
  const labels = domain.split(".");
  const last = labels.length - registered.split(".").length;
  return labels.slice(0, last + 1).map((_, i) => labels.slice(i).join("."));
}

/** The domains that differ once they are read, in the order given; null where one of them is none. */
export function distinctDomains(domains: readonly string[]): { domains: string[] } | { wrong: number } {
  const read = domains.map(readDomain);
  const wrong = read.indexOf(null);
  return wrong >= 0 ? { wrong } : { domains: [...new Set(read.flatMap((one) => one ?? []))] };
}
