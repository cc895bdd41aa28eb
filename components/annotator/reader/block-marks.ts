import { overflow, VISIBLE_LANES } from "@/lib/annotations/lanes";
import { type IdRange, type Segment, sweep } from "@/lib/annotations/segments";
import type { Framing } from "@/lib/codebook/framing";
import type { CodePoint, TextRange } from "@/lib/text/units";
import { GLYPH_CLASS } from "@/components/ui/framing-glyph";
import { endOf, startOf } from "../state/model";
import type { AnnotatorSpan, SpeechData } from "../types";
import { lanesIn } from "./piece-spans";

/** One stretch of a block to be drawn: a flat mark, or (without ids) quoted speech that nobody marked. */
export interface DrawnSegment extends TextRange {
  /** Spans over it: by start, then the longer first. */
  readonly ids: readonly string[];
  readonly className: string;
  /** Spans that have no lane, where the first of them begins; else 0. */
  readonly more: number;
  /** How many spans begin with it, and how many end. */
  readonly starting: number;
  readonly ending: number;
}

/** Of speech only these kinds are drawn: a quotation or embed block looks like one as a whole, scare quotes are own words. */
const DRAWN: Readonly<Partial<Record<SpeechData["kind"], string>>> = { direct: "said", reported: "told" };
const isSpeech = (id: string): boolean => id === "said" || id === "told";

/**
 * What to draw in one block, or in a piece of one: disjoint stretches with the classes of the style sheet. A lane (`l1-crit`) underlines,
 * a pin (`p1-crit`) says that a span begins; the ground tells the voice, and is neutral under several spans.
 */
export function drawBlock(block: TextRange, spans: readonly AnnotatorSpan[], speech: readonly Pick<SpeechData, "kind" | "start" | "end">[], lanes: ReadonlyMap<string, number> = lanesIn(block, spans)): DrawnSegment[] {
  const byId = new Map(spans.map((span) => [span.id, span]));
  const marks = spans.flatMap((span) => span.parts.map(({ start, end }): IdRange<CodePoint> => ({ id: span.id, ...clip(start, end, block) }))).filter((range) => range.end > range.start);
  const said = speech.flatMap(({ kind, start, end }): IdRange<CodePoint>[] => {
    const id = DRAWN[kind];
    return id === undefined ? [] : [{ id, ...clip(start, end, block) }];
  });
  const drawn = new Set<string>();
  return sweep([...marks, ...said]).map((segment) => {
    const ids = segment.ids.filter((id) => !isSpeech(id));
    const starting = ids.filter((id) => !drawn.has(id));
    for (const id of starting) drawn.add(id);
    const begun = starting.filter((id) => startsHere(byId.get(id), segment));
    const more = starting.some((id) => (lanes.get(id) ?? 0) >= VISIBLE_LANES) ? overflow(ids, lanes) : 0;
    const ending = ids.filter((id) => endOfId(byId, id) === segment.end).length;
    return { start: segment.start, end: segment.end, ids, more, starting: starting.filter((id) => startOfId(byId, id) === segment.start).length, ending, className: classesOf(ids, begun, byId, lanes, segment.ids.find(isSpeech)) };
  });
}

function clip(start: number, end: number, block: TextRange): TextRange {
  return { start: Math.max(start, block.start) as CodePoint, end: Math.min(end, block.end) as CodePoint };
}

function startOfId(byId: ReadonlyMap<string, AnnotatorSpan>, id: string): number {
  const span = byId.get(id);
  return span === undefined ? NaN : startOf(span);
}

function endOfId(byId: ReadonlyMap<string, AnnotatorSpan>, id: string): number {
  const span = byId.get(id);
  return span === undefined ? NaN : endOf(span);
}

function startsHere(span: AnnotatorSpan | undefined, segment: Segment): boolean {
  return span?.parts.some((part) => part.start === segment.start) === true;
}

function classesOf(ids: readonly string[], begun: readonly string[], byId: ReadonlyMap<string, AnnotatorSpan>, lanes: ReadonlyMap<string, number>, said: string | undefined): string {
  const framed = (id: string): Framing => byId.get(id)?.framing ?? "neutral";
  const laned = (letter: "l" | "p", list: readonly string[]): string[] =>
    list.flatMap((id) => {
      const lane = lanes.get(id) ?? 0;
      return lane < VISIBLE_LANES ? [`${letter}${lane + 1}-${GLYPH_CLASS[framed(id)]}`] : [];
    });
  const [only] = ids;
  if (only === undefined) return said ?? "";
  const ground = ids.length > 1 ? ["deep"] : [byId.get(only)?.voice ?? "unasked", GLYPH_CLASS[framed(only)]];
  return once(["m", ...ground, ...laned("l", ids), ...laned("p", begun), ...(said === undefined ? [] : [said])].join(" "));
}

const names = new Map<string, string>();

/** Thousands of marks share a few dozen class names: one copy of each is kept. */
function once(name: string): string {
  const known = names.get(name);
  if (known === undefined) names.set(name, name);
  return known ?? name;
}
