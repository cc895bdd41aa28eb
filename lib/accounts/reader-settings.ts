/** How much of the text a selection takes, the smallest first. */
export const GRANULARITIES = ["character", "word", "sentence", "paragraph"] as const;
/** One of `GRANULARITIES`. */
export type Granularity = (typeof GRANULARITIES)[number];

/** How a person likes the reader to be; kept with their account, on every machine the same. */
export type ReaderSettings = {
  /** Keys that replace the usual ones, by command; "" is no key. What is not named keeps its usual key. */
  readonly keys: Readonly<Record<string, string>>;
  /** Whether single letters, digits and signs act. */
  readonly singleKeys: boolean;
  readonly granularity: Granularity;
  /** Whether a screen reader is told where marks begin and end. */
  readonly spokenBorders: boolean;
  /** Whether phrases that the annotator coded before are suggested. */
  readonly suggestions: boolean;
};

/** What holds until a person says otherwise. */
export const DEFAULT_SETTINGS: ReaderSettings = { keys: {}, singleKeys: true, granularity: "word", spokenBorders: true, suggestions: false };

/** What the name of a command looks like, how long the name of a key may be, and how many can be kept. */
export const COMMAND_NAME = /^[a-z][A-Za-z]{0,39}$/u;
export const LONGEST_KEY = 40;
export const MOST_KEYS = 100;

/** Settings out of what is stored. Anything unknown or of the wrong kind is left out: an older or a newer server may have written it. */
export function readSettings(stored: unknown): ReaderSettings {
  if (!isRecord(stored)) return DEFAULT_SETTINGS;
  const flag = (name: "singleKeys" | "spokenBorders" | "suggestions"): boolean => {
    const value = stored[name];
    return typeof value === "boolean" ? value : DEFAULT_SETTINGS[name];
  };
  return {
    keys: isRecord(stored["keys"]) ? readKeys(stored["keys"]) : {},
    singleKeys: flag("singleKeys"),
    granularity: GRANULARITIES.find((one) => one === stored["granularity"]) ?? DEFAULT_SETTINGS.granularity,
    spokenBorders: flag("spokenBorders"),
    suggestions: flag("suggestions"),
  };
}

function readKeys(stored: Readonly<Record<string, unknown>>): Record<string, string> {
  const found = Object.entries(stored).filter((entry): entry is [string, string] => COMMAND_NAME.test(entry[0]) && typeof entry[1] === "string" && entry[1].length <= LONGEST_KEY);
  return Object.fromEntries(found.slice(0, MOST_KEYS));
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
