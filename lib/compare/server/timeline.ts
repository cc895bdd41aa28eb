import "server-only";
import type { MemberActor } from "@/lib/accounts/server/actor";
import { AppError } from "@/lib/kernel/errors";
import { isId } from "@/lib/kernel/id";
import { proposeFacts } from "../facts/propose";
import { figuresCompatible, timesCompatible } from "../facts/compatible";
import type { FactProposal, FigureMention, TimeMention } from "../mention";
import type { Fact, Quoted, Timeline, ToldFigure, ToldTime } from "../timeline";
import { findFigures, MOST_FIGURES } from "../times/figures";
import { findTimes, MOST_TIMES } from "../times/find-times";
import { pairKey, type Verdict } from "../verdict";
import { chooseFromSet, readCompared, type ReadArticle } from "./read-articles";
import { readVerdicts } from "./verdicts";

/** The times and figures of the articles of a set that are compared (`asked`, or the first ones), with proposals and what people said of them. 404 as `chooseFromSet`. */
export async function readTimeline(actor: MemberActor, setId: string, asked: readonly string[]): Promise<Timeline> {
  const { set, chosen } = await chooseFromSet(actor, setId, asked);
  const [articles, verdicts] = await Promise.all([readCompared(actor, chosen.ids), readVerdicts(actor, "fact", chosen.ids)]);
  const told = articles.map((article) => {
    const times = findTimes(article);
    return { article, times, figures: findFigures(article, times) };
  });
  const mentions = new Map(told.flatMap(({ article, times, figures }) => {
    const quoted = quoter(article);
    return [...times, ...figures].map((one) => [placeKey(one), quoted(one)] as const);
  }));
  const times = told.flatMap((one) => one.times.map((time) => mentions.get(placeKey(time)) as ToldTime));
  const figures = told.flatMap((one) => one.figures.map((figure) => mentions.get(placeKey(figure)) as ToldFigure));
  return {
    set: { id: set!.id, name: set!.name },
    articles: articles.map(({ id, revisionId, title, outlet, publishedOn }) => ({ id, revisionId, title, outlet: outlet?.name ?? null, publishedOn })),
    times,
    figures,
    facts: factsOf(proposeFacts(told), verdicts, mentions),
    cut: told.filter((one) => one.times.length === MOST_TIMES || one.figures.length === MOST_FIGURES).length,
  };
}

type Place = { readonly articleId: string; readonly start: number; readonly end: number };
const placeKey = ({ articleId, start, end }: Place): string => `${articleId} ${start} ${end}`;

function quoter({ sentences, blocks }: ReadArticle): <M extends TimeMention | FigureMention>(mention: M) => M & Quoted {
  return (mention) => {
    const sentence = sentences[mention.sentence]!;
    const letters = [...sentence.text];
    return { ...mention, quote: letters.slice(mention.start - sentence.start, mention.end - sentence.start).join(""), told: sentence.text, block: blocks.find(({ start, end }) => start <= mention.start && mention.end <= end)?.ordinal ?? 0 };
  };
}

function factsOf(proposals: readonly FactProposal[], verdicts: readonly Verdict[], mentions: ReadonlyMap<string, ToldTime | ToldFigure>): Fact[] {
  const said = new Map(verdicts.map((verdict) => [pairKey(verdict.a, verdict.b), verdict]));
  const facts = proposals.map(({ a, b, ...rest }): Fact => {
    const key = pairKey(a, b);
    return { ...rest, key, a: mentions.get(placeKey(a))!, b: mentions.get(placeKey(b))!, verdict: said.get(key) ?? null };
  });
  const shown = new Set(facts.map(({ key }) => key));
  // What a person said of two places stands, though nothing proposes them any more.
  const others = [...said].flatMap(([key, verdict]): Fact[] => {
    const [a, b] = [mentions.get(placeKey(verdict.a)), mentions.get(placeKey(verdict.b))];
    if (shown.has(key) || !a || !b) return [];
    const both = "unit" in a && "unit" in b ? figuresCompatible(a, b) : "kind" in a && "kind" in b ? timesCompatible(a, b) : null;
    return both === null ? [] : [{ subject: "unit" in a ? "figure" : "time", key, a, b, likeness: 0, words: [], compatible: both, verdict }];
  });
  return [...facts, ...others];
}

/** `readTimeline` for a page, whose address may name anything: null where there is no such set. */
export async function timelineAt(actor: MemberActor, setId: string, asked: readonly string[]): Promise<Timeline | null> {
  if (!isId(setId)) return null;
  try {
    return await readTimeline(actor, setId.toLowerCase(), asked.map((id) => id.toLowerCase()));
  } catch (error) {
    if (error instanceof AppError && error.code === "not_found") return null;
    throw error;
  }
}
