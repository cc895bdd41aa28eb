/** Keys that the annotate screen has for itself: framing, voice, target, spans, skip, flag, sizes, help, search, conflicts, suggestions and the digits. */
const RESERVED = new Set([..."acntvjksfg?/[].,;=+-0123456789"]);

/** Whether a key of the keyboard already means something. */
export const isReserved = (key: string): boolean => RESERVED.has(key);
