import type { RichInline, RichMark } from "./rich-text";

/** What a backslash makes a letter of. */
const ESCAPABLE = "\\*[]>-.";
const LINK_END = /\]\((https?:\/\/[^\s()]+)\)/iy;

type Style = { readonly bold: boolean; readonly italic: boolean; readonly href: string | null };
const PLAIN: Style = { bold: false, italic: false, href: null };

type Token =
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "break" }
  /** A run of stars: one turns italic on or off, two bold, three both. What has no partner is written out. */
  | { readonly kind: "stars"; bold: boolean; italic: boolean; readonly count: number; readonly opens: boolean; readonly closes: boolean }
  | { readonly kind: "open"; href: string | null }
  | { readonly kind: "close"; readonly text: string; readonly href: string; joined: boolean };

const isBlank = (char: string | undefined): boolean => char === undefined || /\s/u.test(char);

const isDigit = (char: string | undefined): boolean => char !== undefined && /^\p{Nd}$/u.test(char);

/** The words of one paragraph, read from light Markdown. */
export function readInline(text: string): RichInline[] {
  const tokens = tokensOf(text);
  pairStars(tokens);
  pairLinks(tokens);
  const found: { text: string; style: Style }[] = [];
  const inline: RichInline[] = [];
  const flush = (): void => {
    for (const run of found.splice(0)) inline.push(textOf(run.text, run.style));
  };
  let style = PLAIN;
  const write = (words: string): void => {
    const last = found.at(-1);
    if (words === "") return;
    if (last !== undefined && same(last.style, style)) last.text += words;
    else found.push({ text: words, style });
  };
  for (const token of tokens) {
    if (token.kind === "text") write(token.text);
    else if (token.kind === "break") {
      flush();
      inline.push({ type: "hardBreak" });
    } else if (token.kind === "stars") {
      write("*".repeat(token.count - (token.bold ? 2 : 0) - (token.italic ? 1 : 0)));
      style = { ...style, bold: style.bold !== token.bold, italic: style.italic !== token.italic };
    } else if (token.kind === "open") {
      if (token.href === null) write("[");
      else style = { ...style, href: token.href };
    } else if (token.joined) style = { ...style, href: null };
    else write(token.text);
  }
  flush();
  return inline;
}

function tokensOf(text: string): Token[] {
  const tokens: Token[] = [];
  let plain = "";
  const push = (token: Token): void => {
    if (plain !== "") tokens.push({ kind: "text", text: plain });
    plain = "";
    tokens.push(token);
  };
  for (let i = 0; i < text.length; ) {
    const char = text.charAt(i);
    LINK_END.lastIndex = i;
    const end = char === "]" ? LINK_END.exec(text) : null;
    if (char === "\\" && i + 1 < text.length && ESCAPABLE.includes(text.charAt(i + 1))) {
      plain += text.charAt(i + 1);
      i += 2;
    } else if (char === "*") {
      let count = 1;
      while (text[i + count] === "*") count += 1;
      const [opens, closes] = [!isBlank(text[i + count]), !isBlank(text[i - 1])];
      // 3*4 is a product.
      const product = isDigit(text[i - 1]) && isDigit(text[i + count]);
      if (count > 3 || product || !(opens || closes)) plain += "*".repeat(count);
      else push({ kind: "stars", bold: count >= 2, italic: count !== 2, count, opens, closes });
      i += count;
    } else if (end !== null) {
      push({ kind: "close", text: end[0], href: end[1] ?? "", joined: false });
      i += end[0].length;
    } else {
      if (char === "\n") push({ kind: "break" });
      else if (char === "[") push({ kind: "open", href: null });
      else plain += char;
      i += 1;
    }
  }
  if (plain !== "") tokens.push({ kind: "text", text: plain });
  return tokens;
}

function pairStars(tokens: readonly Token[]): void {
  for (const mark of ["bold", "italic"] as const) {
    let open: Extract<Token, { kind: "stars" }> | null = null;
    for (const token of tokens) {
      if (token.kind !== "stars" || !token[mark]) continue;
      if (open === null && token.opens) open = token;
      else if (open !== null && token.closes) open = null;
      else token[mark] = false;
    }
    if (open !== null) open[mark] = false;
  }
}

function pairLinks(tokens: readonly Token[]): void {
  let open: Extract<Token, { kind: "open" }> | null = null;
  for (const token of tokens) {
    if (token.kind === "break") open = null;
    if (token.kind === "open") open = token;
    if (token.kind !== "close" || open === null) continue;
    open.href = token.href;
    token.joined = true;
    open = null;
  }
}

const same = (a: Style, b: Style): boolean => a.bold === b.bold && a.italic === b.italic && a.href === b.href;

function textOf(text: string, { bold, italic, href }: Style): RichInline {
  const marks: RichMark[] = [...(href === null ? [] : [{ type: "link" as const, attrs: { href } }]), ...(bold ? [{ type: "bold" as const }] : []), ...(italic ? [{ type: "italic" as const }] : [])];
  return marks.length === 0 ? { type: "text", text } : { type: "text", text, marks };
}

type Unit = { readonly char: string; bold: boolean; italic: boolean; href: string | null };

/** The words of one paragraph in light Markdown. Blank ends of what is bold, italic or linked lose that look. */
export function writeInline(content: readonly RichInline[]): string {
  const units = content.flatMap(unitsOf);
  joinDigits(units);
  for (const mark of ["bold", "italic", "href"] as const) trimBlanks(units, mark);
  const brackets = units.some((unit) => unit.href !== null) || units.map((unit) => unit.char).join("").includes("](");
  let [style, written]: [Style, string] = [PLAIN, ""];
  for (const [i, unit] of units.entries()) {
    written += turn(style, unit) + escaped(units, i, brackets);
    style = unit;
  }
  return written + turn(style, PLAIN);
}

function unitsOf(one: RichInline): Unit[] {
  if (one.type === "hardBreak") return [{ char: "\n", ...PLAIN }];
  const has = (type: "bold" | "italic"): boolean => one.marks?.some((mark) => mark.type === type) === true;
  const [link] = one.marks?.flatMap((mark) => (mark.type === "link" && /^https?:\/\//iu.test(mark.attrs.href) ? [mark.attrs.href.replaceAll(/[()\s]/gu, hex)] : [])) ?? [];
  return [...one.text].map((char) => ({ char, bold: has("bold"), italic: has("italic"), href: link ?? null }));
}

const hex = (char: string): string => (char === "(" ? "%28" : char === ")" ? "%29" : encodeURIComponent(char));

function trimBlanks(units: readonly Unit[], mark: "bold" | "italic" | "href"): void {
  const take = (unit: Unit): void => {
    if (mark === "href") unit.href = null;
    else unit[mark] = false;
  };
  for (const list of [units, [...units].reverse()]) {
    let before: Unit[typeof mark] = PLAIN[mark];
    for (const unit of list) {
      if (unit[mark] !== before && isBlank(unit.char)) take(unit);
      before = unit[mark];
    }
  }
}

/** Stars between two digits would be read as a product, so what begins or ends there is moved behind the number. */
function joinDigits(units: readonly Unit[]): void {
  for (const [i, unit] of units.entries()) {
    const before = units[i - 1];
    if (before?.href === unit.href && isDigit(before.char) && isDigit(unit.char)) [unit.bold, unit.italic] = [before.bold, before.italic];
  }
}

/** What stands between two letters of different looks. */
function turn(from: Style, to: Style): string {
  const stars = (from.bold === to.bold ? 0 : 2) + (from.italic === to.italic ? 0 : 1);
  const link = from.href === to.href;
  return `${link || from.href === null ? "" : `](${from.href})`}${"*".repeat(stars)}${link || to.href === null ? "" : "["}`;
}

function escaped(units: readonly Unit[], i: number, brackets: boolean): string {
  const [before, unit, after] = [units[i - 1], units[i] ?? { char: "", ...PLAIN }, units[i + 1]];
  const { char } = unit;
  if (char === "*") {
    const alone = isBlank(before?.char) && isBlank(after?.char) && same(before ?? PLAIN, unit) && same(unit, after ?? PLAIN);
    const product = isDigit(before?.char) && isDigit(after?.char) && same(before ?? PLAIN, unit) && same(unit, after ?? PLAIN);
    return alone || product ? char : `\\${char}`;
  }
  if (char === "[" || char === "]") return brackets ? `\\${char}` : char;
  if (char !== "\\") return char;
  return !same(unit, after ?? PLAIN) || (after !== undefined && ESCAPABLE.includes(after.char)) ? "\\\\" : char;
}
