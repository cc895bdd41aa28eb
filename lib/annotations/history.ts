import type { SpanPart } from "./span";

/** A span as a submission kept it. Those of the first releases carry neither labels nor the codebook's number. */
export type KeptSpan = {
  readonly id: string;
  readonly targetId: string;
  readonly framing: string;
  readonly voice: string | null;
  readonly attribution?: string | null;
  readonly speaker?: string | null;
  readonly directness?: string;
  readonly device?: string | null;
  readonly confidence?: number | null;
  readonly note?: string;
  readonly labelIds?: readonly string[];
  /** Not kept by the first releases, which had no suggestions. */
  readonly fromSuggestion?: boolean;
  readonly parts: readonly SpanPart[];
  /** Its words had gone with a corrected text; `parts` are those that it had last, on the revision `revisionId`. */
  readonly orphaned?: boolean;
  readonly revisionId?: string;
};

/** What one submission kept. */
export type KeptWork = {
  /** The revision that the places of its marks are in; not kept by the first releases. */
  readonly revisionId?: string;
  readonly spans: readonly KeptSpan[];
  readonly judgements: readonly { readonly targetId: string; readonly value: number | string | null; readonly confidence?: number | null; readonly note?: string }[];
  readonly answers?: readonly { readonly setId: string; readonly labelIds: readonly string[] }[];
  readonly notes?: readonly { readonly id: string; readonly kind: string; readonly body: string }[];
};

/** What a submission made different from the one before. */
export type WorkChanges = {
  readonly spans: { readonly added: readonly KeptSpan[]; readonly removed: readonly KeptSpan[]; readonly changed: readonly { readonly before: KeptSpan; readonly after: KeptSpan }[] };
  readonly judgements: readonly { readonly targetId: string; readonly before: number | string | null; readonly after: number | string | null }[];
  readonly answers: readonly { readonly setId: string; readonly before: readonly string[]; readonly after: readonly string[] }[];
  readonly notes: { readonly added: number; readonly removed: number; readonly changed: number };
};

const codes = ({ targetId, framing, voice, attribution = null, speaker = null, directness = "direct", device = null, confidence = null, note = "", labelIds = [], parts }: KeptSpan): string =>
  JSON.stringify([targetId, framing, voice, attribution, speaker, directness, device, confidence, note, [...labelIds].sort(), parts.map((part) => [part.start, part.end])]);

const byId = <T>(items: readonly T[], id: (item: T) => string): Map<string, T> => new Map(items.map((item) => [id(item), item]));

/** Pairs of what stands under the same id before and after, where the two differ; null where there is nothing. */
function differences<T>(before: readonly T[], after: readonly T[], id: (item: T) => string, say: (item: T) => string): { id: string; before: T | null; after: T | null }[] {
  const [was, is] = [byId(before, id), byId(after, id)];
  return [...new Set([...was.keys(), ...is.keys()])].flatMap((key) => {
    const [a, b] = [was.get(key) ?? null, is.get(key) ?? null];
    return a !== null && b !== null && say(a) === say(b) ? [] : [{ id: key, before: a, after: b }];
  });
}

/** Compares two submissions of the same work. What was neither added, removed nor changed is left out. */
export function workChanges(before: KeptWork, after: KeptWork): WorkChanges {
  const spans = differences(before.spans, after.spans, (span) => span.id, codes);
  const notes = differences(before.notes ?? [], after.notes ?? [], (note) => note.id, ({ kind, body }) => JSON.stringify([kind, body]));
  return {
    spans: {
      added: spans.flatMap((one) => (one.before === null && one.after !== null ? [one.after] : [])),
      removed: spans.flatMap((one) => (one.after === null && one.before !== null ? [one.before] : [])),
      changed: spans.flatMap((one) => (one.before !== null && one.after !== null ? [{ before: one.before, after: one.after }] : [])),
    },
    judgements: differences(before.judgements, after.judgements, (one) => one.targetId, ({ value, confidence = null, note = "" }) => JSON.stringify([value, confidence, note])).map(({ id, before: a, after: b }) => ({
      targetId: id, before: a?.value ?? null, after: b?.value ?? null,
    })),
    answers: differences(before.answers ?? [], after.answers ?? [], (one) => one.setId, ({ labelIds }) => JSON.stringify([...labelIds].sort())).map(({ id, before: a, after: b }) => ({
      setId: id, before: a?.labelIds ?? [], after: b?.labelIds ?? [],
    })),
    notes: { added: notes.filter((one) => one.before === null).length, removed: notes.filter((one) => one.after === null).length, changed: notes.filter((one) => one.before !== null && one.after !== null).length },
  };
}
