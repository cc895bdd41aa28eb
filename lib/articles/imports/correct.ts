import type { Look, Understood } from "../extract/understood";
import type { Fields } from "../formats/record";
import type { Corrections, RowState } from "./shape";

type Corrected = NonNullable<Corrections["fields"]>;

/** What is understood of a record beside its text, as a row holds it. */
export type Proposals = Omit<Understood, "text"> & {
  /** When the page was fetched or saved, as its file says it. */
  readonly capturedAt?: string | null;
  /** What its file says of it, so that it holds when the words are put right. */
  readonly fields?: Fields;
};

/** The field with which a person settles a look; the others are settled by taking the row. */
const SETTLED_BY: Partial<Record<Look, keyof Corrected>> = { date_two_ways: "publishedOn", no_title: "title", outlet_two_ways: "outletName", language_unclear: "language" };

const unsettled = (looks: readonly Look[], corrections: Corrections): Look[] =>
  looks.filter((look) => {
    const field = SETTLED_BY[look];
    return field === undefined || corrections.fields?.[field] === undefined;
  });

/** What is still to be looked at after the corrections. */
export const openLooks = (looks: readonly Look[], corrections: Corrections): Look[] => (corrections.taken === true ? [] : unsettled(looks, corrections));

/** What a row that is not left out counts as: to be looked at, a copy, or new. */
export function standing(row: { readonly looks: readonly Look[]; readonly isCopy: boolean }, corrections: Corrections): RowState & ("look" | "copy" | "new") {
  if (openLooks(row.looks, corrections).length > 0) return "look";
  return row.isCopy ? "copy" : "new";
}

/** Later corrections over earlier ones: fields one by one, kinds of blocks by their ordinal. */
export function mergeCorrections(before: Corrections, after: Corrections): Corrections {
  const kinds = new Map([...(before.blocks ?? []), ...(after.blocks ?? [])].map((block) => [block.ordinal, block]));
  return {
    ...before,
    ...after,
    ...(before.fields || after.fields ? { fields: { ...before.fields, ...after.fields } } : {}),
    ...(kinds.size > 0 ? { blocks: [...kinds.values()].sort((a, b) => a.ordinal - b.ordinal) } : {}),
  };
}

/** What will be said of the article: what was understood under what a person said. What can be read in two ways stays unknown until a person chooses: to take the row as it is chooses nothing. */
export function settled(understood: Omit<Proposals, "blocks">, corrections: Corrections): Required<{ [K in keyof Corrected]: Exclude<Corrected[K], undefined> }> {
  const { fields = {} } = corrections;
  const unclear = unsettled(understood.looks, corrections);
  const said = <T>(field: T | undefined, proposal: T): T => (field === undefined ? proposal : field);
  return {
    title: fields.title ?? understood.title,
    byline: said(fields.byline, understood.byline?.value ?? null),
    outletName: said(fields.outletName, unclear.includes("outlet_two_ways") ? null : (understood.outlet?.value ?? null)),
    publisherName: said(fields.publisherName, understood.publisher?.value ?? null),
    publishedOn: said(fields.publishedOn, unclear.includes("date_two_ways") ? null : (understood.publishedOn?.value ?? null)),
    language: said(fields.language, understood.language?.value ?? null),
    genre: said(fields.genre, understood.genre?.value ?? null),
    url: said(fields.url, understood.url?.value ?? null),
  };
}
