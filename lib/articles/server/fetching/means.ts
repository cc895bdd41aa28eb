import "server-only";
import { lookup } from "node:dns/promises";
import { setTimeout as pause } from "node:timers/promises";
import ipaddr from "ipaddr.js";
import { env } from "@/lib/platform/env";

/** With what pages are fetched. Tests hand in a resolver, what counts as public, and shorter times. */
export type FetchMeans = {
  /** Whether the operator of this machine allows it. */
  readonly on: boolean;
  /** All addresses of a host name, as text. */
  readonly resolve: (host: string) => Promise<readonly string[]>;
  readonly isPublic: (address: string) => boolean;
  readonly ports: readonly number[];
  readonly redirects: number;
  /** Of a response, unpacked. */
  readonly bytes: number;
  /** For everything together, and between two pieces of a body. */
  readonly milliseconds: number;
  readonly quietMilliseconds: number;
  /** Between two requests to one host. */
  readonly pauseMilliseconds: number;
  readonly sleep: (milliseconds: number) => Promise<unknown>;
  readonly moment: () => number;
};

/** The means of the running program. */
export const usualMeans = (): FetchMeans => ({
  on: env().SLANTWISE_FETCH === "1",
  resolve: async (host) => (await lookup(host, { all: true, verbatim: true })).map(({ address }) => address),
  isPublic: isPublicAddress,
  ports: [80, 443],
  redirects: 3,
  bytes: 5 * 1024 * 1024,
  milliseconds: 10_000,
  quietMilliseconds: 4_000,
  pauseMilliseconds: 1_000,
  sleep: (milliseconds) => pause(milliseconds),
  moment: () => performance.now(),
});

/**
 * Whether a network address belongs to the public internet: not private, local, shared, reserved, multicast or for
 * documentation, and no other address in disguise (mapped, translated, tunnelled).
 */
export function isPublicAddress(address: string): boolean {
  if (!ipaddr.isValid(address)) return false;
  const parsed = ipaddr.parse(address);
  if (parsed.range() !== "unicast") return false;
  // All that is given out of IPv6 lies here; older forms that hold an IPv4 address do not.
  return parsed.kind() === "ipv4" || parsed.match(ipaddr.parse("2000::"), 3);
}
