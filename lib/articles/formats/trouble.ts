import type { Cursor, FoundRecord, Place, ReadResult } from "./record";

/** Why something cannot be read: a stable code and a sentence; `byte` counts from 0 in what was read. */
export type Trouble = { readonly code: string; readonly message: string; readonly byte?: number };

/** A refusal as readers give it. */
export const refuse = (place: Place, trouble: Trouble, next: Cursor): ReadResult => ({ refused: { place, ...trouble }, next });

/** A record as readers give it. */
export const take = (record: FoundRecord, next: Cursor): ReadResult => ({ record, next });

/** A whole number as a sentence says it: "1,024". */
export const count = (n: number): string => n.toLocaleString("en");
