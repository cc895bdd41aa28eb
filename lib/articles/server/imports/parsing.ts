import "server-only";
import type { Actor } from "@/lib/accounts/server/actor";
import { understand } from "../../extract/understand";
import type { Hints, Understood } from "../../extract/understood";
import { type CopyPrint, copyPrint } from "../../copies/print";
import type { Content } from "../../formats/record";
import { withDefaults } from "../../imports/defaults";
import { draftOf, type RecordDraft } from "../../imports/draft";
import type { ImportSettings } from "../../imports/shape";
import { type Prepared, prepareArticle, sha256 } from "../prepare-article";

/** Work on one record: to understand it, for the preview; to prepare a draft; or both. */
export type Task =
  | { readonly kind: "understand"; readonly content: Content; readonly hints: Hints; readonly settings: ImportSettings }
  | { readonly kind: "prepare"; readonly draft: RecordDraft }
  | { readonly kind: "both"; readonly content: Content; readonly hints: Hints; readonly settings: ImportSettings };
export type Refused = { readonly refused: { readonly message: string; readonly byte?: number } };
/** What is said of an article that is ready to be written. */
export type Ready = { readonly prepared: Prepared; readonly draft: Omit<RecordDraft, "compose"> };
/** The outcome of a task, under the task's kind. */
export type Outcome = { readonly understood: Understood; readonly print: CopyPrint } | { readonly ready: Ready; readonly looks: Understood["looks"] } | Refused;
/** Does tasks; one that takes too long or too much memory is refused and holds up no other. */
export type Parse = (actor: Actor, tasks: readonly Task[]) => Promise<Outcome[]>;

/** Does tasks here and now. */
export const parseHere: Parse = async (_actor, tasks) => tasks.map(parseOne);

/** Does one task here and now. */
export function parseOne(task: Task): Outcome {
  if (task.kind === "prepare") return readied(task.draft, []);
  const found = understand(task.content, task.hints);
  if (!found.ok) return { refused: found.error };
  const understood = { ...withDefaults(found.value, task.settings), capturedAt: task.hints.fields?.capturedAt ?? null };
  return task.kind === "understand" ? { understood, print: copyPrint(understood.text, understood.blocks, sha256) } : readied(draftOf(understood.text, understood, {}), understood.looks);
}

function readied({ compose, ...draft }: RecordDraft, looks: Understood["looks"]): Outcome {
  const prepared = prepareArticle(compose);
  return prepared.ok ? { ready: { prepared: prepared.value, draft }, looks } : { refused: prepared.error };
}
