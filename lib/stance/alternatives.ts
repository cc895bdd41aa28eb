import { CHOSEN_VOICES, type StanceChoice } from "./choice";

/** What the data of a project has, so that a choice could change a figure. */
export interface Available {
  /** Genres of counted articles. */
  readonly genres: readonly string[];
  /** Some article has a publisher that is not its outlet. */
  readonly publishersDiffer: boolean;
  readonly settled: boolean;
  readonly judgements: boolean;
  /** Work that was done with the source hidden, and with it shown. */
  readonly hidden: boolean;
  readonly shown: boolean;
  /** Marks that are about words, and about facts. */
  readonly words: boolean;
  readonly facts: boolean;
  readonly indirect: boolean;
  /** The target has children. */
  readonly children: boolean;
}

/** Which choice is another one, and how it stands then. */
export type Change =
  | { readonly kind: "voice"; readonly to: StanceChoice["voice"] }
  | { readonly kind: "by"; readonly to: StanceChoice["by"] }
  | { readonly kind: "measured"; readonly to: StanceChoice["measured"] }
  | { readonly kind: "data"; readonly to: StanceChoice["data"] }
  | { readonly kind: "device"; readonly to: StanceChoice["device"] }
  | { readonly kind: "directness"; readonly to: StanceChoice["directness"] }
  | { readonly kind: "source"; readonly to: StanceChoice["source"] }
  | { readonly kind: "genre"; readonly to: string | null }
  | { readonly kind: "children"; readonly to: boolean }
  | { readonly kind: "adjust"; readonly to: StanceChoice["adjust"] }
  | { readonly kind: "weighing"; readonly to: "span" };

/** One other choice: `key` is its name in addresses and catalogues, such as `voice.all` or `genre.opinion`. */
export interface Alternative {
  readonly key: string;
  readonly change: Change;
  /** The whole choice. For `weighing.span` it is the base choice: only the weights of spans differ. */
  readonly choice: StanceChoice;
}

/**
 * Every choice that differs from the one at hand in a single thing and can matter with this data, in the order of the
 * page. With judgements, voice, device, directness and the weight of spans do not apply. The set of articles, the days,
 * the codebook version and the targets are not varied: they are about something else, not another way to see it.
 */
export function alternatives(choice: StanceChoice, available: Available): Alternative[] {
  return changes(choice, available)
    .filter((change) => change.kind === "weighing" || choice[change.kind] !== change.to)
    .map((change) => ({ key: `${change.kind}.${String(change.to ?? "any")}`, change, choice: change.kind === "weighing" ? choice : { ...choice, [change.kind]: change.to } }));
}

function changes(choice: StanceChoice, has: Available): Change[] {
  const spans = choice.measured === "spans";
  // What is chosen now can always be left again.
  const when = (possible: boolean, ...change: Change[]): Change[] => (possible ? change : []);
  const sources = has.hidden && has.shown;
  return [
    ...when(spans, ...CHOSEN_VOICES.map((to): Change => ({ kind: "voice", to }))),
    ...when(has.publishersDiffer || choice.by === "publisher", { kind: "by", to: "outlet" }, { kind: "by", to: "publisher" }),
    ...when(has.judgements || !spans, { kind: "measured", to: "spans" }, { kind: "measured", to: "judgements" }),
    ...when(has.settled || choice.data === "raw", { kind: "data", to: "adjudicated" }, { kind: "data", to: "raw" }),
    ...when(spans && ((has.words && has.facts) || choice.device !== "any"), { kind: "device", to: "any" }, { kind: "device", to: "words" }, { kind: "device", to: "facts" }),
    ...when(spans && (has.indirect || choice.directness !== "direct"), { kind: "directness", to: "direct" }, { kind: "directness", to: "any" }),
    ...when(choice.source !== "any", { kind: "source", to: "any" }),
    ...when(sources, { kind: "source", to: "hidden" }, { kind: "source", to: "shown" }),
    ...when(choice.genre !== null, { kind: "genre", to: null }),
    ...when(has.genres.length > 1, ...has.genres.map((to): Change => ({ kind: "genre", to }))),
    ...when(has.children || choice.children, { kind: "children", to: true }, { kind: "children", to: false }),
    { kind: "adjust", to: "severity" },
    { kind: "adjust", to: "none" },
    ...when(spans, { kind: "weighing", to: "span" }),
  ];
}
