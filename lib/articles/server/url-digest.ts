import "server-only";
import { createHash } from "node:crypto";

/** The fingerprint under which an address is looked up; null for none. */
export const urlDigest = (url: string | null): string | null => (url === null ? null : createHash("sha256").update(url).digest("base64url"));
