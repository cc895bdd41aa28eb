/** One audit entry as it is sealed. */
export type SealedEntry = { readonly id: string; readonly action: string; readonly subject: string | null; readonly subjectId: string | null; readonly memberId: string | null; readonly at: string; readonly detail: unknown };

/**
 * The text whose sha256 seals a batch: the previous seal's digest, then one line per entry. The detail goes in as a
 * digest of its own; to check a seal the entries of its batch must be there whole.
 */
export function sealText(previous: string, entries: readonly SealedEntry[], digest: (text: string) => string): string {
  const lines = entries.map((entry) => [entry.id, entry.action, entry.subject ?? "", entry.subjectId ?? "", entry.memberId ?? "", entry.at, digest(JSON.stringify(entry.detail))].join("\t"));
  return [previous, ...lines].join("\n");
}
