import "server-only";
import type { MemberActor } from "@/lib/accounts/server/actor";
import { isOpen } from "../answers";
import type { Decision } from "../decision";
import { isDecided, standingOn, type Standing } from "../standing";
import { carrySettled } from "./carry-settled";
import { readAnswers, type ArticleStanding } from "./answer-rows";
import { standingDecisions } from "./decision-rows";
import { readMarks, type Marks } from "./marks";

/** An article with its marks, the decisions that stand, and what is still open. */
export type ArticleState = {
  readonly marks: Marks;
  readonly decisions: readonly Decision[];
  readonly standing: Standing<Decision>;
  readonly said: ArticleStanding;
  /** Clusters, questions on the whole article, and decisions without their marks, that need somebody. */
  readonly undecided: number;
};

/** Reads how the adjudication of an article stands: marks, decisions and answers, and what of them is undecided. The record is brought to a corrected text first. */
export async function readState(actor: MemberActor, articleId: string): Promise<ArticleState> {
  await carrySettled(actor, articleId);
  const marks = await readMarks(actor, articleId);
  const decisions = await standingDecisions(actor, articleId);
  const said = await readAnswers(actor, articleId, marks.annotators.length, decisions);
  const standing = standingOn(marks.clusters, decisions.filter((one) => one.subject === "cluster"));
  const open = marks.clusters.filter(({ key }) => !isDecided(standing.clusters.get(key)));
  return { marks, decisions, standing, said, undecided: open.length + standing.detached.length + [...said.judgements, ...said.answers].filter(isOpen).length };
}
