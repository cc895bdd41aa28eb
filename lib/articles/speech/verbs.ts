/**
 * What may follow a verb of speech. `say`: a clause with or without "that". `that`: a clause after "that".
 * `act`: what somebody denies, urges or accuses of. `quote`: only words in quotation marks; without them it is no speech.
 */
export type VerbKind = "say" | "that" | "act" | "quote";

/** One form of a verb of speech. */
export interface VerbForm {
  readonly kind: VerbKind;
  readonly base: string;
  readonly form: "base" | "s" | "past" | "ing";
}

const REGULAR: Readonly<Record<VerbKind, string>> = {
  say: "claim add insist argue allege admit",
  that: "report announce confirm explain state note stress acknowledge suggest complain predict concede maintain assert declare testify recall reply respond remark observe reveal emphasise emphasize reiterate caution contend disclose estimate conclude tweet post comment",
  act: "deny accuse blame urge demand vow pledge promise threaten warn",
  quote: "describe call dub brand label hail praise dismiss slam condemn denounce criticise criticize characterise characterize ask shout cry continue quip joke lament boast mock blast chant whisper welcome recite answer begin denounce ridicule depict portray refer",
};

const IRREGULAR: readonly (readonly [VerbKind, base: string, s: string, past: string, ing: string])[] = [
  ["say", "say", "says", "said", "saying"],
  ["say", "tell", "tells", "told", "telling"],
  ["that", "write", "writes", "wrote", "writing"],
  ["quote", "speak", "speaks", "spoke", "speaking"],
  ["quote", "put", "puts", "put", "putting"],
];

/** Verbs of other languages, by the first part of the language tag; only for who said words in quotation marks. */
const ELSEWHERE: Readonly<Record<string, string>> = {
  fr: "dit déclare déclaré affirme affirmé explique expliqué ajoute ajouté assure assuré estime estimé raconte raconté souligne souligné répond répondu précise précisé lance lancé",
  de: "sagt sagte erklärt erklärte betont betonte meint meinte schreibt schrieb berichtet berichtete antwortet antwortete warnt warnte kritisiert kritisierte nennt nannte ergänzt ergänzte fügte",
  es: "dice dijo afirma afirmó explica explicó asegura aseguró añade añadió señala señaló declara declaró responde respondió cuenta contó",
};

/** Third persons that are more often nouns. */
const NOUNS = new Set(["claims", "reports", "notes", "states", "demands", "promises", "pledges", "calls", "labels", "brands", "comments", "posts", "answers", "estimates", "remarks", "replies", "vows", "threatens", "stresses", "jokes", "cries", "puts"]);

function formsOf(base: string): Omit<Record<VerbForm["form"], string>, "base"> {
  if (base.endsWith("e")) return { s: `${base}s`, past: `${base}d`, ing: `${base.slice(0, -1)}ing` };
  if (/[^aeiou]y$/.test(base)) return { s: `${base.slice(0, -1)}ies`, past: `${base.slice(0, -1)}ied`, ing: `${base}ing` };
  if (/^(?:admit|dub|slam|quip|chat)$/.test(base)) return { s: `${base}s`, past: `${base}${base.slice(-1)}ed`, ing: `${base}${base.slice(-1)}ing` };
  if (base === "refer") return { s: "refers", past: "referred", ing: "referring" };
  if (base === "begin") return { s: "begins", past: "began", ing: "beginning" };
  return { s: /(?:s|sh|ch|x)$/.test(base) ? `${base}es` : `${base}s`, past: `${base}ed`, ing: `${base}ing` };
}

const ENGLISH: ReadonlyMap<string, VerbForm> = new Map(
  [
    ...Object.entries(REGULAR).flatMap(([kind, bases]) => bases.split(" ").map((base) => ({ kind: kind as VerbKind, base, ...formsOf(base) }))),
    ...IRREGULAR.map(([kind, base, s, past, ing]) => ({ kind, base, s, past, ing })),
  ].flatMap(({ kind, base, s, past, ing }): [string, VerbForm][] => [
    [base, { kind, base, form: "base" }],
    [s, { kind, base, form: "s" }],
    [ing, { kind, base, form: "ing" }],
    [past, { kind, base, form: "past" }],
    ...(base === "write" ? [["written", { kind, base, form: "past" }] as [string, VerbForm]] : []),
  ]),
);
const OTHERS: ReadonlyMap<string, ReadonlyMap<string, VerbForm>> = new Map(
  Object.entries(ELSEWHERE).map(([language, forms]) => [language, new Map(forms.split(" ").map((form) => [form, { kind: "quote", base: form, form: "past" }]))]),
);

/** The verbs of speech of a language (a BCP 47 tag; unknown counts as English); null for a language whose verbs are not known. */
export function verbsOf(language: string | null): ReadonlyMap<string, VerbForm> | null {
  const first = language?.toLowerCase().split(/[-_]/)[0] ?? "";
  return first === "" || first === "en" ? ENGLISH : (OTHERS.get(first) ?? null);
}

/** True for a form that is more often a noun, and needs a complement to be believed. */
export const maybeNoun = (form: string): boolean => NOUNS.has(form);
