"use client";

import { useEffect, useRef, useState } from "react";
import { useTranslations } from "use-intl/react";
import { Later } from "@/components/ui/later";
import type { Framing } from "@/lib/codebook/framing";
import { directionOf } from "@/lib/text/direction";
import { EmptyDialog } from "../dialogs";
import { JudgementRow } from "../judgement/judgement-row";
import { type Command, isField } from "../keys";
import type { AnnotatorSession } from "../state/session";
import { judgementKey } from "../state/model";
import { useSession } from "../state/use-session";
import { useCommands } from "../use-commands";
import { type ReaderHandlers, useReader } from "../use-reader";
import { type Sitting, useSaving } from "../use-saving";
import { ArticleSource } from "./article-source";
import { LessonFoot } from "./lesson-foot";
import { LessonHead } from "./lesson-head";
import { LessonPopover } from "./lesson-popover";
import { OwnMarks } from "./own-marks";
import type { LessonSitting } from "./sitting";
import "./lesson-work.css";

/** What keys do in a lesson; the others keep their own meaning. */
const KEYS: ReadonlySet<Command["do"]> = new Set(["enter", "mark", "close", "next", "previous", "delete", "undo", "redo", "submit", "edges", "granularity"]);
const nothing = (): void => undefined;

/** One article of a lesson: the text, three buttons below the selected words, and the list of one's own marks. */
export function LessonWork({ projectId, lesson, ...sitting }: Sitting & { projectId: string; lesson: LessonSitting }) {
  const { document } = sitting;
  const t = useTranslations("lessonMark");
  const session = useSaving(projectId, sitting);
  const root = useRef<HTMLDivElement>(null);
  const mid = useRef<HTMLElement>(null);
  const sheet = useRef<HTMLDivElement>(null);
  const scroll = useRef<HTMLDivElement>(null);
  const handlers = useRef<ReaderHandlers>(null);
  const [targetId, setTargetId] = useState(document.targets[0]?.id ?? null);
  const draft = useSession(session, (state) => state.draft);
  const empty = useSession(session, (state) => state.submission.step === "empty");
  const notice = useSession(session, (state) => state.notice);
  const { reader, attach } = useReader(session, handlers);
  const commands = useCommands({ session, reader, root, onKeys: nothing, onFind: nothing, onText: nothing, onSkip: nothing, onFlag: nothing, onUnder: nothing, onSpans: nothing, suggest: () => false });
  const mark = (framing: Framing): void => {
    if (targetId === null) return;
    reader?.selecting.catchUp();
    session.changeDraft({ framing, targetId });
    commands.mark();
  };
  const press = (event: KeyboardEvent): boolean => {
    const command = session.keyMap.command(event, "words");
    if (command?.do === "framing" && session.state.draft !== null) {
      mark(command.framing);
      return true;
    }
    return (command === null || KEYS.has(command.do)) && commands.press(event);
  };
  useEffect(() => {
    handlers.current = { press, picked: nothing, listed: (ids) => session.open(ids.find((id) => id !== session.state.openId) ?? null) };
  });
  const pressed = (event: React.KeyboardEvent): void => {
    const onButton = event.target instanceof HTMLButtonElement && (event.key === "Enter" || event.key === " ");
    if (!onButton && (!isField(event.target) || event.key === "Escape") && press(event.nativeEvent)) {
      event.preventDefault();
      event.stopPropagation();
    }
  };
  return (
    <div className="screen annotate lm" ref={root}>
      <LessonHead projectId={projectId} help={lesson.help} notice={notice} targets={document.targets} targetId={targetId} onTarget={setTargetId} />
      <div className="lm-work">
        <section className="mid" aria-label={t("article")} ref={mid}>
          <div className="scroll" ref={scroll}>
            <div className="sheet art" ref={sheet} dir={directionOf(document.article.language)}>
              <ArticleSource article={document.article} />
              <div className="text" ref={attach} />
              {draft !== null && reader !== null && <LessonPopover {...{ session, draft, reader, sheet, scroll }} onKeyDown={pressed} onMark={mark} />}
            </div>
          </div>
        </section>
        <aside className="lm-own" aria-label={t("yours")} onKeyDown={pressed}>
          {lesson.asksJudgement && <Whole session={session} />}
          <OwnMarks session={session} onShow={(id) => { session.open(id); const span = session.state.model.spans.get(id); if (span) reader?.goTo(span); }} onDelete={commands.remove} />
        </aside>
      </div>
      <LessonFoot session={session} onSubmit={() => commands.submit()} />
      <Later when={empty}><EmptyDialog session={session} within={mid} onConfirm={() => commands.submit(true)} /></Later>
      <Spoken session={session} />
    </div>
  );
}

/** The article as a whole: one line for each name that the lesson is about. */
function Whole({ session }: { session: AnnotatorSession }) {
  const t = useTranslations("lessonMark");
  const judgements = useSession(session, (state) => state.model.judgements);
  return (
    <section className="judge lm-whole" aria-label={t("whole")}>
      <h2 className="lm-h">{t("whole")}</h2>
      {session.document.targets.filter(({ isFocus }) => isFocus).map((target) => <JudgementRow key={target.id} session={session} target={target} judgement={judgements.get(judgementKey(target.id)) ?? null} />)}
    </section>
  );
}

function Spoken({ session }: { session: AnnotatorSession }) {
  return <div className="vh" role="status" aria-live="polite">{useSession(session, (state) => state.spoken)}</div>;
}
