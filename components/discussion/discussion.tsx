"use client";

import { MapPin } from "lucide-react";
import { useEffect, useRef, useState } from "react";
import { useTranslations } from "use-intl/react";
import { ApiProblem, unwrap } from "@/components/api/client";
import { Alert } from "@/components/ui/alert";
import { Button } from "@/components/ui/button";
import { FramingGlyph, GLYPH_CLASS } from "@/components/ui/framing-glyph";
import { Icon } from "@/components/ui/icon";
import { Skeleton } from "@/components/ui/skeleton";
import { type Message, type Thread, threadApi } from "./api";
import { Composer } from "./composer";
import { Said } from "./said";
import { useThread } from "./use-thread";
import "./discussion.css";

type Place = { readonly projectId: string; readonly assignmentId: string };

/** Where a message can lead: to a mark that it points at, to words of the text that it asks about. */
type Ways = { onShow?: (spanId: string) => void; onPassage?: (passage: { start: number; end: number; quote: string }) => void };

/** Annotator and reviewers about one assignment, folded until it is opened. */
export function Discussion({ projectId, assignmentId, opened = false, ...ways }: Place & Ways & { opened?: boolean }) {
  const { thread, problem, read } = useThread(projectId, assignmentId);
  const [open, setOpen] = useState(opened);
  const t = useTranslations();
  return (
    <details className="opens discussion" open={open} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary><span>{t("discussion.title")}{thread !== null && <Counts thread={thread} />}</span></summary>
      {open && (
        <div className="opened">
          {problem !== null && <Alert>{problem.detail} <Button look="quiet" size="small" onClick={() => void read()}>{t("errors.again")}</Button></Alert>}
          {thread === null && problem === null && <Skeleton label={t("discussion.loading")} />}
          {thread !== null && <Messages {...{ projectId, assignmentId, thread, read, ways }} />}
        </div>
      )}
    </details>
  );
}

function Counts({ thread: { messages, unread } }: { thread: Thread }) {
  const t = useTranslations("discussion");
  return <>{messages.length > 0 && t("messages", { n: messages.length })}{unread > 0 && <>, <strong>{t("unread", { n: unread })}</strong></>}</>;
}

function Messages({ projectId, assignmentId, thread, read, ways }: Place & { thread: Thread; read: () => Promise<void>; ways: Ways }) {
  const list = useRef<HTMLDivElement>(null);
  const t = useTranslations("discussion");
  const count = thread.messages.length;
  useEffect(() => {
    list.current?.scrollTo({ top: list.current.scrollHeight });
  }, [count]);
  return (
    <>
      {count === 0 ? <p className="muted">{t("none")}</p> : (
        // Its list scrolls, so it has to be reachable by key.
        <div className="messages" ref={list} role="log" aria-label={t("list")} tabIndex={0}>
          <ol>{thread.messages.map((message) => <li key={message.id} className={message.mine ? "mine" : undefined}><Said {...message}><Pointed message={message} ways={ways} /></Said></li>)}</ol>
        </div>
      )}
      {thread.state === "closed" && <p className="x12">{t("closed")}</p>}
      {thread.mayPost && <Composer kept={`${assignmentId} ${thread.memberId}`} send={async (text) => { await unwrap(threadApi.messages.$post({ param: { projectId, assignmentId }, json: { text } })); await read(); }} />}
      {thread.mayClose && <Close {...{ projectId, assignmentId, read }} closed={thread.state === "closed"} />}
    </>
  );
}

/** What a message points at: a mark, or words that it asks about, with what others marked of them where that may be seen. */
function Pointed({ message: { spanId, passage, peers }, ways: { onShow, onPassage } }: { message: Message; ways: Ways }) {
  const t = useTranslations("discussion");
  return (
    <>
      {spanId !== null && onShow !== undefined && <Button look="quiet" size="small" icon={<Icon of={MapPin} size="s" />} onClick={() => onShow(spanId)}>{t("show")}</Button>}
      {passage !== null && (
        <>
          <p className="x11">{t("about")}</p>
          <blockquote className="serif quoted" dir="auto">{passage.quote}</blockquote>
          {!passage.current && <p className="x11">{t("corrected")}</p>}
          {passage.current && onPassage !== undefined && <Button look="quiet" size="small" icon={<Icon of={MapPin} size="s" />} onClick={() => onPassage(passage)}>{t("toWords")}</Button>}
        </>
      )}
      {peers !== null && <Peers peers={peers} />}
    </>
  );
}

function Peers({ peers }: { peers: NonNullable<Message["peers"]> }) {
  const t = useTranslations("discussion");
  if (peers.length === 0) return <p className="x11">{t("noPeers")}</p>;
  return (
    <>
      <p className="x11">{t("peers")}</p>
      <ul className="plain">{peers.map((one, i) => <li key={i} className="wrap"><span className={`fr ${GLYPH_CLASS[one.framing]}`}><FramingGlyph shape={one.framing} />{t(`framings.${one.framing}`, { target: one.target })}</span><q className="serif" dir="auto">{one.quote}</q></li>)}</ul>
    </>
  );
}

function Close({ projectId, assignmentId, closed, read }: Place & { closed: boolean; read: () => Promise<void> }) {
  const [problem, setProblem] = useState<string | null>(null);
  const t = useTranslations("discussion");
  const turn = async (): Promise<void> => {
    try {
      await unwrap(threadApi.$put({ param: { projectId, assignmentId }, json: { state: closed ? "open" : "closed" } }));
      await read();
    } catch (error) {
      if (!(error instanceof ApiProblem)) throw error;
      setProblem(error.problem.detail);
    }
  };
  return (
    <>
      {problem !== null && <Alert>{problem}</Alert>}
      <Button look="quiet" size="small" onClick={() => void turn()}>{t(closed ? "open" : "close")}</Button>
    </>
  );
}
