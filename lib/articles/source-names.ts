/** A name that gives a source away. `exact`: only as it is written, or in capitals throughout, since in small letters it is another word. */
export type SourceName = { readonly phrase: string; readonly exact: boolean };

/** What is known of where an article comes from. */
export type Source = {
  /** Names and other names of outlet and publisher. */
  readonly names: readonly string[];
  /** Their sites, such as “example.org”. */
  readonly domains?: readonly string[];
  readonly byline: string | null;
  readonly url: string | null;
};

/** An abbreviation has no more letters than this. */
const SHORT = 5;
const CAPITALS = /^[\p{Lu}\p{N}.&-]+$/u;
const ARTICLE = /^(?:the|a|an|der|die|das|le|la|les|el|los|las|il|lo|gli|o|os|as|de|het)\s+/iu;
const WRITTEN_BY = /^(?:by|von|par|por|di|da|door|av|af|words by|text by|story by|reported by)[\s:]+/iu;
const JOINTS = /\s+(?:and|und|et|y|e|en|och|og|with|mit)\s+|\s*[&/|;]\s*|\s*(,)\s*/iu;
/** Second-level endings under which names are registered, as in bbc.co.uk. */
const SECOND_LEVEL = new Set(["ac", "co", "com", "edu", "gob", "gov", "net", "or", "org"]);

/**
 * Every phrase by which a text can name its own source: the names, each also without its article and (where it has
 * several words) as one word, as handles and tags have it; the writers of the byline; hosts and sites of the address and of the
 * domains that belong to the outlets.
 */
export function sourceNames({ names, domains = [], byline, url }: Source): SourceName[] {
  const all = [...names.flatMap(ofName), ...(byline === null ? [] : ofByline(byline)), ...(url === null ? [] : ofAddress(url)), ...domains.flatMap((domain) => ofAddress(`https://${domain}`))];
  const byPhrase = new Map<string, SourceName>();
  for (const { phrase, exact } of all) {
    if (!/[\p{L}\p{N}]/u.test(phrase)) continue;
    // What is masked however it is written need not be looked for as written, too.
    byPhrase.set(phrase, { phrase, exact: exact && (byPhrase.get(phrase)?.exact ?? true) });
  }
  return [...byPhrase.values()];
}

const isAbbreviation = (phrase: string): boolean => CAPITALS.test(phrase) && [...phrase].length <= SHORT && /\p{Lu}/u.test(phrase);
const named = (phrase: string): SourceName => ({ phrase, exact: isAbbreviation(phrase) });

function ofName(text: string): SourceName[] {
  const name = text.trim();
  const bare = name.replace(ARTICLE, "");
  const words = bare.split(/\s+/u);
  return [
    named(name),
    // “Times” for “The Times” is the paper; “times” is not.
    ...(bare === name ? [] : [{ phrase: bare, exact: words.length === 1 }]),
    ...(words.length > 1 ? [named(words.join("")), named(name.split(/\s+/u).join(""))] : []),
  ];
}

/** The whole line and each writer in it. A single word behind a comma is a place or an office, not a writer, unless it is an agency in capitals. */
function ofByline(line: string): SourceName[] {
  const whole = line.trim().replace(WRITTEN_BY, "").trim();
  const pieces = whole.split(JOINTS);
  const writers: string[] = [];
  for (let i = 0; i < pieces.length; i += 2) {
    const piece = pieces[i]?.replace(WRITTEN_BY, "").trim() ?? "";
    const behindComma = i > 0 && pieces[i - 1] === ",";
    if (!behindComma || /\s/u.test(piece) || isAbbreviation(piece)) writers.push(piece);
  }
  return [whole, ...writers].map(named);
}

function ofAddress(address: string): SourceName[] {
  if (!URL.canParse(address)) return [];
  const host = new URL(address).hostname.replace(/^www\d?\./u, "");
  const labels = host.split(".");
  const endings = labels.length > 2 && SECOND_LEVEL.has(labels.at(-2) ?? "") ? 2 : 1;
  const site = labels.at(-1 - endings);
  if (site === undefined || /^\d+$/u.test(site)) return [named(host)];
  // A short label (“un.org”) is a word of some language in small letters.
  const short = [...site].length <= SHORT - 1;
  return [named(host), named(labels.slice(-1 - endings).join(".")), { phrase: short ? site.toUpperCase() : site, exact: short }];
}
