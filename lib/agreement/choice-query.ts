import { type Choice, COMPARED_PHASES, type ComparedPhase, DEFAULT_CHOICE, hasOrder, type Layer, LAYERS, LEVELS, levelOf } from "./choice";

/** An address's parameters: once, several times, or not at all. */
export type Asked = Readonly<Record<string, string | readonly string[] | undefined>>;

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/u;
/** More of one kind than that are not chosen on a page. */
const MOST = 200;

/**
 * The choice that an address names: lists with commas or by naming a parameter again. What is mangled or unknown is as
 * if it were not there; a set of labels is known if it is among `sets`.
 */
export function choiceFrom(asked: Asked, sets: readonly { readonly id: string }[]): Choice {
  const one = (name: string): string => listOf(asked[name])[0] ?? "";
  const among = <T extends string>(name: string, values: readonly T[], otherwise: T): T => values.find((value) => value === one(name)) ?? otherwise;
  const ids = (name: string): string[] => [...new Set(listOf(asked[name]).filter((id) => UUID.test(id)))].slice(0, MOST);
  const layer = layerFrom(one("layer"), sets);
  const version = Number(one("codebookVersion"));
  const round = Number(one("round"));
  return {
    layer,
    level: hasOrder(layer) ? among("level", LEVELS, levelOf(layer)) : "nominal",
    phases: listOf(asked["phases"]).filter((phase): phase is ComparedPhase => COMPARED_PHASES.some((known) => known === phase)),
    round: Number.isSafeInteger(round) && round >= 1 && round <= 1000 ? round : DEFAULT_CHOICE.round,
    submissions: among("submissions", ["first", "latest"], DEFAULT_CHOICE.submissions),
    annotatorIds: ids("annotatorIds"),
    targetIds: ids("targetIds"),
    articleIds: ids("articleIds"),
    articleSetId: ids("articleSetId")[0] ?? null,
    genre: one("genre").slice(0, 40) || null,
    codebookVersion: Number.isSafeInteger(version) && version >= 1 && version <= 2_000_000_000 ? version : null,
    peers: among("peers", ["unseen", "any"], DEFAULT_CHOICE.peers),
    source: among("source", ["any", "hidden", "shown"], DEFAULT_CHOICE.source),
    suggestions: among("suggestions", ["any", "without"], DEFAULT_CHOICE.suggestions),
    interval: among("interval", ["jackknife", "bootstrap"], DEFAULT_CHOICE.interval),
    seed: /^\d{1,19}$/u.test(one("seed")) ? one("seed") : DEFAULT_CHOICE.seed,
  };
}

const listOf = (asked: string | readonly string[] | undefined): string[] => (asked === undefined ? [] : typeof asked === "string" ? asked.split(",") : asked.flatMap((each) => each.split(","))).filter((each) => each !== "");

function layerFrom(asked: string, sets: readonly { readonly id: string }[]): Layer {
  const known = [...LAYERS, ...sets.map(({ id }) => `set:${id}` as const)].find((layer) => layer === asked);
  return known ?? DEFAULT_CHOICE.layer;
}

/** A choice as parameters of an address: only what is not as at first, so that addresses stay short; `choiceFrom` reads them back. */
export function choiceParams(choice: Choice): Record<string, string> {
  const params: Record<string, string> = {};
  for (const [name, value] of Object.entries(choice) as [keyof Choice, Choice[keyof Choice]][]) {
    const usual = name === "level" ? levelOf(choice.layer) : DEFAULT_CHOICE[name];
    const written = Array.isArray(value) ? value.join(",") : String(value ?? "");
    if (written !== (Array.isArray(usual) ? usual.join(",") : String(usual ?? ""))) params[name] = written;
  }
  return params;
}
