import type { Address } from "@/scripts/launch/address";

/** What the server, the worker and the build are given on top of our own environment. */
export function childEnvironment(options: {
  databaseUrl: string;
  secret: string;
  address: Address;
  dataFolder: string;
  lan: boolean;
  dev: boolean;
}): Record<string, string> {
  const own = process.env["PUBLIC_URL"] || process.env["NEXTAUTH_URL"] || undefined;
  return {
    DATABASE_URL: options.databaseUrl,
    AUTH_SECRET: options.secret,
    NEXTAUTH_SECRET: options.secret,
    PUBLIC_URL: own ?? options.address.url,
    // Without an address that the owner vouches for, next-auth goes by the address each request names.
    ...(own === undefined ? { AUTH_TRUST_HOST: "1" } : { NEXTAUTH_URL: own }),
    SLANTWISE_DATA_DIR: options.dataFolder,
    SLANTWISE_LAN: options.lan ? "1" : "0",
    NODE_ENV: options.dev ? "development" : "production",
    PORT: String(options.address.port),
    HOST: options.address.host,
    NEXT_TELEMETRY_DISABLED: "1",
  };
}
