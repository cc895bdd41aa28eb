import type { Phrases } from "./calendar";
import { phrases } from "./calendar";
import { NUMBERS } from "./english";

/** What a word around a number makes of it. */
export type Bound = "about" | "nearly" | "least" | "most" | "between" | "from";

/** How one language writes numbers of things. */
export type FigureWords = {
  readonly group: string;
  readonly point: string;
  readonly numbers: Phrases<number>;
  readonly scales: Phrases<number>;
  /** "dozens", "hundreds of": at least that many. */
  readonly many: Phrases<number>;
  readonly bounds: Phrases<Bound>;
  readonly links: Phrases<"to" | "and">;
  readonly percent: Phrases<"%">;
  readonly money: Phrases<string>;
  /** Words behind a number that count people by what befell them: "12 dead", "12 were hurt". */
  readonly befell: ReadonlySet<string>;
  /** Words before a number that is no count: "aged 47". */
  readonly aged: ReadonlySet<string>;
  readonly verbs: ReadonlySet<string>;
};

const set = (text: string): ReadonlySet<string> => new Set(text.split(" "));
const MONEY: readonly (readonly [string, string])[] = [["dollar", "dollars"], ["dollars", "dollars"], ["euro", "euros"], ["euros", "euros"], ["pound", "pounds"], ["pounds", "pounds"], ["yen", "yen"], ["franc", "francs"], ["francs", "francs"], ["franken", "francs"], ["usd", "dollars"], ["eur", "euros"], ["gbp", "pounds"], ["chf", "francs"], ["cents", "cents"], ["crowns", "crowns"], ["krone", "crowns"]];

const ENGLISH: FigureWords = {
  group: ",",
  point: ".",
  numbers: new Map([...NUMBERS].filter(([word]) => word !== "one")),
  scales: new Map([["hundred", 100], ["thousand", 1e3], ["million", 1e6], ["billion", 1e9], ["trillion", 1e12], ["dozen", 12], ["m", 1e6], ["mn", 1e6], ["bn", 1e9], ["k", 1e3], ["tn", 1e12]]),
  many: new Map([["dozens", 24], ["scores", 40], ["hundreds", 100], ["thousands", 1e3], ["tens of thousands", 1e4], ["hundreds of thousands", 1e5], ["millions", 1e6], ["billions", 1e9]]),
  bounds: phrases({ about: "about|around|some|roughly|approximately|circa|an estimated|estimated|or so", nearly: "nearly|almost|close to|just under|just short of", least: "at least|more than|over|upwards of|no fewer than|no less than|in excess of|not less than|a minimum of|well over|just over", most: "up to|at most|fewer than|less than|under|no more than|as many as|not more than|a maximum of", between: "between", from: "from" }),
  links: phrases({ to: "to|or", and: "and" }),
  percent: phrases({ "%": "percent|per cent|percentage points" }),
  money: new Map(MONEY),
  befell: set("dead killed injured wounded hurt missing arrested detained drowned rescued evacuated"),
  aged: set("aged age"),
  verbs: set("were was are have had is has of been people"),
};

const GERMAN: FigureWords = {
  group: ".",
  point: ",",
  numbers: new Map([["zwei", 2], ["drei", 3], ["vier", 4], ["fünf", 5], ["sechs", 6], ["sieben", 7], ["acht", 8], ["neun", 9], ["zehn", 10], ["elf", 11], ["zwölf", 12], ["zwanzig", 20], ["dreißig", 30], ["vierzig", 40], ["fünfzig", 50], ["hundert", 100], ["tausend", 1000]]),
  scales: new Map([["hundert", 100], ["tausend", 1e3], ["million", 1e6], ["millionen", 1e6], ["mio", 1e6], ["milliarde", 1e9], ["milliarden", 1e9], ["mrd", 1e9], ["dutzend", 12]]),
  many: new Map([["dutzende", 24], ["hunderte", 100], ["tausende", 1e3], ["zehntausende", 1e4], ["hunderttausende", 1e5], ["millionen", 1e6]]),
  bounds: phrases({ about: "etwa|rund|ungefähr|circa|ca|gut", nearly: "fast|knapp|beinahe", least: "mindestens|mehr als|über|wenigstens", most: "bis zu|höchstens|weniger als|unter|maximal", between: "zwischen", from: "von" }),
  links: phrases({ to: "bis|oder", and: "und" }),
  percent: phrases({ "%": "prozent|prozentpunkte" }),
  money: new Map(MONEY),
  befell: set("tote toten verletzte verletzt getötet vermisste festgenommen tot"),
  aged: set("alter"),
  verbs: set("waren wurden sind haben hatten der von"),
};

const FRENCH: FigureWords = {
  group: ".",
  point: ",",
  numbers: new Map([["deux", 2], ["trois", 3], ["quatre", 4], ["cinq", 5], ["six", 6], ["sept", 7], ["huit", 8], ["neuf", 9], ["dix", 10], ["onze", 11], ["douze", 12], ["vingt", 20], ["trente", 30], ["quarante", 40], ["cinquante", 50], ["cent", 100], ["mille", 1000]]),
  scales: new Map([["cent", 100], ["cents", 100], ["mille", 1e3], ["million", 1e6], ["millions", 1e6], ["milliard", 1e9], ["milliards", 1e9]]),
  many: new Map([["dizaines", 20], ["centaines", 100], ["milliers", 1e3], ["dizaines de milliers", 1e4], ["millions", 1e6]]),
  bounds: phrases({ about: "environ|quelque|près de|autour de|à peu près", nearly: "presque", least: "au moins|plus de|plus d", most: "jusqu'à|au plus|moins de", between: "entre", from: "de" }),
  links: phrases({ to: "à|ou", and: "et" }),
  percent: phrases({ "%": "pour cent|points de pourcentage" }),
  money: new Map(MONEY),
  befell: set("morts mort tués tuées blessés blessées disparus arrêtés"),
  aged: set("âgé âgée"),
  verbs: set("ont sont étaient de d"),
};

const LANGUAGES: Readonly<Record<string, FigureWords>> = { en: ENGLISH, de: GERMAN, fr: FRENCH };

/** How numbers are written in a language (BCP 47 tag); English where it is unknown or not among ours. */
export const figureWordsOf = (language: string | null): FigureWords => LANGUAGES[(language ?? "en").split("-")[0]?.toLowerCase() ?? "en"] ?? ENGLISH;
