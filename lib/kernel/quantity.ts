/** A number or interval that may be undefined. Undefined is never NaN, 0 or 1: it is null, and says why. */
export type Quantity<T, Reason extends string> = { readonly value: T } | { readonly value: null; readonly reason: Reason };

/** A defined quantity. */
export const defined = <T>(value: T): { readonly value: T } => ({ value });

/** An undefined quantity with its machine-readable reason. */
export const undefinedFor = <Reason extends string>(reason: Reason): { readonly value: null; readonly reason: Reason } => ({ value: null, reason });
