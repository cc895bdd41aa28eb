/** A key for exports out of a name: small letters, digits and hyphens; `taken` are those it may not be. */
export function keyOf(name: string, taken: ReadonlySet<string> = new Set(), fallback = "label"): string {
  const plain = name.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase().replace(/[^a-z0-9]+/gu, "-").slice(0, 50).replace(/^-+|-+$/gu, "") || fallback;
  let key = plain;
  for (let n = 2; taken.has(key); n++) key = `${plain}-${n}`;
  return key;
}
