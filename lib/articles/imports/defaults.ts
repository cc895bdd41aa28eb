import type { Proposal, Understood } from "../extract/understood";
import type { ImportSettings } from "./shape";

const said = <T extends string>(value: T | null | undefined): Proposal<T> | null => (value === null || value === undefined ? null : { value, from: "import", quote: value });

/** What was understood, with what a person said of the whole import where the record itself says nothing. */
export function withDefaults(understood: Understood, settings: ImportSettings): Understood {
  return {
    ...understood,
    outlet: understood.outlet ?? said(settings.outletName),
    publisher: understood.publisher ?? said(settings.publisherName),
    language: understood.language ?? said(settings.language),
    genre: understood.genre ?? said(settings.genre),
  };
}
