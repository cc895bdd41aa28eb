import { storable } from "@/lib/text/storable";
import type { Cursor, FoundRecord, Passed, Place, ReadResult } from "./record";

/** Why something cannot be read: a stable code and a sentence; `byte` counts from 0 in what was read. */
export type Trouble = { readonly code: string; readonly message: string; readonly byte?: number };

/** A refusal as readers give it; what cannot be stored is replaced in its words. */
export const refuse = (place: Place, trouble: Trouble, next: Cursor): ReadResult => ({ refused: { ...trouble, place: plainly(place), message: storable(trouble.message) }, next });

/** A record as readers give it; what cannot be stored is replaced in its place and fields. */
export const take = (record: FoundRecord, next: Cursor): ReadResult => ({
  record: {
    ...record,
    place: plainly(record.place),
    fields: Object.fromEntries(Object.entries(record.fields).map(([name, value]) => [name, storable(value)])),
    raw: record.raw === null ? null : { ...record.raw, mediaType: storable(record.raw.mediaType) },
  },
  next,
});

const plainly = (place: Place): Place => (place.entry === undefined ? place : { ...place, entry: storable(place.entry) });

/** What is passed over as readers give it: reading is at `next` and nothing was given. */
export const pass = (next: Cursor): Passed => ({ passed: true, next });

/** A whole number as a sentence says it: "1,024". */
export const count = (n: number): string => n.toLocaleString("en");
