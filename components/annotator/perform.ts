import { GRANULARITIES } from "@/lib/accounts/reader-settings";
import type { Command, DraftCommand } from "./keys";
import { nextVoice } from "./marking/voice";
import { cardId } from "./reader/mark-plugin";
import { neighbour } from "./reader/pick";
import type { Reader } from "./reader/reader";
import { filtered } from "./state/filter";
import { inTextOrder } from "./state/model";
import type { AnnotatorSession } from "./state/session";
import { isReadOnly } from "./state/session-state";
import type { SuggestionAct } from "./suggestions/use-suggestions";

/** The acts that are more than a call to the session: focus moves, a toast shows, a page is left. */
export interface Acts {
  readonly mark: () => void;
  readonly remove: (id: string) => void;
  readonly submit: (confirmEmpty?: boolean) => void;
  /** Marks the selected words like the last ones. */
  readonly repeat: () => void;
  /** Goes back to the card from which one went to the text; false when one did not. */
  readonly back: () => boolean;
}

/** What performing a command takes. */
export interface Means extends Acts {
  readonly session: AnnotatorSession;
  readonly reader: Reader | null;
  readonly root: HTMLElement | null;
  readonly onKeys: () => void;
  /** Looks for words in the article. */
  readonly onFind: (words: string) => void;
  readonly onSkip: () => void;
  readonly onFlag: () => void;
  /** Asks which of the spans at the caret is meant. */
  readonly onUnder: (spanIds: readonly string[]) => void;
  readonly suggest: (act: SuggestionAct) => boolean;
  readonly go: (assignmentId: string) => void;
}

const ABOUT_WORDS: ReadonlySet<Command["do"]> = new Set(["framing", "target", "voice", "mark", "repeat", "passage"]);

/** A quick key can come before the draft has followed the selection; it must not be about the words of a moment ago. */
function catchUp(session: AnnotatorSession, reader: Reader | null): void {
  if (session.state.draft !== null) reader?.selecting.catchUp();
}

/** Does what a command asks. False: it means nothing here, so the key keeps its own meaning. */
export function perform(command: Command, means: Means): boolean {
  const { session, reader, root } = means;
  if (ABOUT_WORDS.has(command.do)) catchUp(session, reader);
  const { draft, openId } = session.state;
  const { queue } = session.document;
  switch (command.do) {
    case "framing":
    case "target":
    case "voice":
    case "targets":
      return change(command, means);
    case "granularity":
      nextGranularity(session, reader);
      return true;
    case "passage":
      if (draft === null) return false;
      session.addPassage();
      reader?.focus();
      return true;
    case "edges":
      if (openId === null || draft !== null || !session.adjustByKey(openId, "end")) return false;
      reader?.focus();
      return true;
    case "enter": {
      const first = draft === null ? null : root?.querySelector<HTMLElement>(".marking button");
      if (first === null || first === undefined || document.activeElement?.closest(".marking") != null) return false;
      first.focus();
      return true;
    }
    case "mark":
      if (draft !== null) means.mark();
      else if (reader?.hasSelection === true) reader.selecting.complete();
      else if (openId !== null) root?.querySelector<HTMLElement>(`#${CSS.escape(cardId(openId))} .face`)?.focus();
      return true;
    case "close":
      if (draft === null && means.back()) return true;
      if (draft === null && openId === null) return false;
      if (draft !== null) session.select(null);
      else session.open(null);
      reader?.focus();
      return true;
    case "next":
    case "previous": {
      const span = neighbour(inTextOrder(filtered(session.state.model.spans, session.state.filter).values()), openId, reader?.caret ?? 0, command.do === "next" ? 1 : -1);
      if (span === null) return true;
      session.select(null);
      session.open(span.id);
      reader?.goTo(span);
      reader?.focus();
      session.say(span);
      return true;
    }
    case "under":
      means.onUnder(reader?.atCaret ?? []);
      return true;
    case "delete":
      if (openId === null || draft !== null) return true;
      means.remove(openId);
      return true;
    case "suggestion":
      return means.suggest(command.act);
    case "keys":
      means.onKeys();
      return true;
    case "repeat":
      if (draft === null && reader?.hasSelection === true) reader.selecting.complete();
      means.repeat();
      return true;
    case "find":
      if (reader?.hasSelection === true) reader.selecting.complete();
      means.onFind(session.state.draft?.selected.parts[0]?.quote ?? "");
      return true;
    case "skip":
      if (!isReadOnly(session.state)) means.onSkip();
      return true;
    case "flag":
      if (!isReadOnly(session.state)) means.onFlag();
      return true;
    case "undo":
      session.undo();
      return true;
    case "redo":
      session.redo();
      return true;
    case "submit":
      means.submit();
      return true;
    case "nextArticle":
    case "previousArticle": {
      const id = command.do === "nextArticle" ? queue.nextId : queue.previousId;
      if (id !== null) means.go(id);
      return id !== null;
    }
  }
}

/** Goes on to the next granularity. Words that are selected are chosen anew; what was said of them stays. */
export function nextGranularity(session: AnnotatorSession, reader: Reader | null): void {
  const { draft } = session.state;
  const at = GRANULARITIES.indexOf(session.settings.state.granularity);
  const granularity = GRANULARITIES[(at + 1) % GRANULARITIES.length] ?? "word";
  void session.settings.change({ granularity });
  session.speak(session.t(`annotate.bar.selectBy.${granularity}`));
  if (draft === null) return;
  reader?.selecting.again();
  session.changeDraft({ framing: draft.framing, targetId: draft.targetId, labelIds: draft.labelIds });
}

/** Keys that change the draft; they open one when words are selected and none is open yet. */
function change(command: DraftCommand, { session, reader, root }: Means): boolean {
  if (session.state.draft === null && reader?.hasSelection === true) reader.selecting.complete();
  const { draft } = session.state;
  if (draft === null) return false;
  if (command.do === "framing") session.changeDraft({ framing: command.framing });
  if (command.do === "voice" && draft.voice !== null) session.changeDraft({ voice: nextVoice(draft.voice) });
  if (command.do === "targets") root?.querySelector<HTMLElement>(".marking .targets select, .marking .targets button")?.focus();
  if (command.do === "target") {
    const target = session.document.targets[command.number - 1];
    if (target !== undefined) session.changeDraft({ targetId: target.id });
  }
  return true;
}
