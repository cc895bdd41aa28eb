import { GENRES, isDay } from "@/lib/articles/provenance";
import { isId } from "@/lib/kernel/id";
import { err, ok, type Result } from "@/lib/kernel/result";
import { CHOSEN_VOICES, DATA_LAYERS, DEFAULT_STANCE, MEASURED, type StanceChoice } from "./choice";
import { GROUPINGS } from "./grouping";

/** An address's parameters. */
export type Asked = Readonly<Record<string, string | readonly string[] | undefined>>;

/** Which parameter of an address cannot be taken, and why, as the rest of an English sentence. */
export type BadParam = { readonly field: ChoiceParam; readonly message: string };

/** The names of a choice in an address, in its order there. */
export const CHOICE_PARAMS = ["by", "measured", "voice", "data", "target", "genre", "from", "to", "device", "directness", "source", "codebook", "set", "children", "adjust"] as const;
export type ChoiceParam = (typeof CHOICE_PARAMS)[number];

/** So many targets are asked for at once. */
export const MOST_TARGETS = 100;
const DEVICES = ["any", "words", "facts"] as const;
const DIRECTNESS = ["direct", "indirect", "any"] as const;
const SOURCES = ["any", "hidden", "shown"] as const;
const ADJUST = ["none", "severity"] as const;

/**
 * The choice that an address names; what it does not name stands at its default. Other parameters are not looked at.
 * Strict: a value that means nothing is refused with the name of its field, so that no link shows another figure than
 * the one it was made for. Whether the project has such a target or set is not known here.
 */
export function choiceFrom(asked: Asked): Result<StanceChoice, BadParam> {
  const bad: BadParam[] = [];
  const refuse = <T>(field: ChoiceParam, message: string, otherwise: T): T => {
    bad.push({ field, message });
    return otherwise;
  };
  const one = (field: ChoiceParam): string => {
    const value = asked[field];
    return typeof value === "object" ? refuse(field, "is given more than once", "") : (value ?? "");
  };
  const among = <T extends string>(field: ChoiceParam, values: readonly T[], otherwise: T): T => {
    const value = one(field);
    return value === "" ? otherwise : (values.find((each) => each === value) ?? refuse(field, `must be one of ${values.join(", ")}`, otherwise));
  };
  const day = (field: "from" | "to"): string | null => one(field) === "" ? null : isDay(one(field)) ? one(field) : refuse(field, "must be a day, as in 2026-04-02", null);
  const ids = (field: "target" | "set", most: number): string[] => {
    const given = one(field) === "" ? [] : one(field).split(",");
    if (given.length > most) return refuse(field, most === 1 ? "must be one id" : `must be at most ${most} ids`, []);
    return given.every(isId) ? [...new Set(given.map((id) => id.toLowerCase()))] : refuse(field, most === 1 ? "must be an id" : "must be ids with commas between them", []);
  };
  const version = one("codebook");
  const choice: StanceChoice = {
    by: among("by", GROUPINGS, DEFAULT_STANCE.by),
    measured: among("measured", MEASURED, DEFAULT_STANCE.measured),
    voice: among("voice", CHOSEN_VOICES, DEFAULT_STANCE.voice),
    data: among("data", DATA_LAYERS, DEFAULT_STANCE.data),
    targetIds: ids("target", MOST_TARGETS),
    genre: one("genre") === "" ? null : among("genre", GENRES, "other"),
    from: day("from"),
    to: day("to"),
    device: among("device", DEVICES, DEFAULT_STANCE.device),
    directness: among("directness", DIRECTNESS, DEFAULT_STANCE.directness),
    source: among("source", SOURCES, DEFAULT_STANCE.source),
    codebookVersion: version === "" ? null : /^[1-9]\d{0,8}$/u.test(version) ? Number(version) : refuse("codebook", "must be the number of a version, as in 3", null),
    articleSetId: ids("set", 1)[0] ?? null,
    children: among("children", ["yes", "no"], "no") === "yes",
    adjust: among("adjust", ADJUST, DEFAULT_STANCE.adjust),
  };
  if (choice.from !== null && choice.to !== null && choice.from > choice.to) refuse("from", "must not be after the last day", null);
  const [first] = bad;
  return first === undefined ? ok(choice) : err(first);
}

/** A choice as parameters of an address: only what is not at its default, in one order, so that one choice has one address; `choiceFrom` reads them back. */
export function choiceParams(choice: StanceChoice): Partial<Record<ChoiceParam, string>> {
  const written = writtenOf(choice);
  const usual = writtenOf(DEFAULT_STANCE);
  return Object.fromEntries(CHOICE_PARAMS.flatMap((name) => (written[name] === usual[name] ? [] : [[name, written[name]]])));
}

/** The same as a query: `voice=all&genre=opinion`, and empty for the default choice. */
export const choiceQuery = (choice: StanceChoice): string => new URLSearchParams(choiceParams(choice)).toString();

const writtenOf = (choice: StanceChoice): Record<ChoiceParam, string> => ({
  by: choice.by, measured: choice.measured, voice: choice.voice, data: choice.data, target: choice.targetIds.join(","), genre: choice.genre ?? "", from: choice.from ?? "", to: choice.to ?? "",
  device: choice.device, directness: choice.directness, source: choice.source, codebook: choice.codebookVersion === null ? "" : String(choice.codebookVersion), set: choice.articleSetId ?? "",
  children: choice.children ? "yes" : "no", adjust: choice.adjust,
});
