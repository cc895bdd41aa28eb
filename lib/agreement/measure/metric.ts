import type { Quantity } from "@/lib/kernel/quantity";

/** Something in the asked-for file that cannot be used. `place` says where, as one would write it in code: `input.matrix[3][1]`. */
export class BadInput extends Error {
  override readonly name = "BadInput";
  constructor(
    readonly place: string,
    what: string,
  ) {
    super(what);
  }
}

/** A value that is undefined, and why; printed as null, with the reason beside it. */
export class NotDefined {
  constructor(readonly reason: string) {}
}

/** What a metric answers: numbers and names under the keys of the test vectors. */
export type Answer = number | string | NotDefined | readonly Answer[] | { readonly [key: string]: Answer };

/** An object of a parsed file. */
export type Fields = Readonly<Record<string, unknown>>;

/** Computes a metric from `params` and `input` of a file. @throws BadInput */
export type Metric = (params: Fields, input: Fields) => Answer | Promise<Answer>;
/** Metrics by the name under which a file asks for them. */
export type Metrics = Readonly<Record<string, Metric>>;

/** A figure as an answer. */
export const shown = (figure: Quantity<number, string>): number | NotDefined => (figure.value === null ? new NotDefined(figure.reason) : figure.value);
