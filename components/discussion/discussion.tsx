"use client";

import { MapPin } from "lucide-react";
import { useEffect, useRef, useState } from "react";
import { useTranslations } from "use-intl/react";
import { ApiProblem, unwrap } from "@/components/api/client";
import { MarkdownView } from "@/components/rich-text/markdown-view";
import { Alert } from "@/components/ui/alert";
import { Button } from "@/components/ui/button";
import { Icon } from "@/components/ui/icon";
import { Skeleton } from "@/components/ui/skeleton";
import { type Message, type Thread, threadApi } from "./api";
import { Composer } from "./composer";
import { useThread } from "./use-thread";
import "./discussion.css";

type Place = { readonly projectId: string; readonly assignmentId: string };

/** Annotator and reviewers about one assignment, folded until it is opened. `onShow` leads to a mark that a message points at. */
export function Discussion({ projectId, assignmentId, opened = false, onShow }: Place & { opened?: boolean; onShow?: (spanId: string) => void }) {
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
          {thread !== null && <Messages {...{ projectId, assignmentId, thread, read }} {...(onShow === undefined ? {} : { onShow })} />}
        </div>
      )}
    </details>
  );
}

function Counts({ thread: { messages, unread } }: { thread: Thread }) {
  const t = useTranslations("discussion");
  return <>{messages.length > 0 && t("messages", { n: messages.length })}{unread > 0 && <>, <strong>{t("unread", { n: unread })}</strong></>}</>;
}

function Messages({ projectId, assignmentId, thread, read, onShow }: Place & { thread: Thread; read: () => Promise<void>; onShow?: (spanId: string) => void }) {
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
          <ol>{thread.messages.map((message) => <li key={message.id} className={message.mine ? "mine" : undefined}><Said message={message} {...(onShow === undefined ? {} : { onShow })} /></li>)}</ol>
        </div>
      )}
      {thread.state === "closed" && <p className="x12">{t("closed")}</p>}
      {thread.mayPost && <Composer {...{ projectId, assignmentId }} memberId={thread.memberId} onSent={read} />}
      {thread.mayClose && <Close {...{ projectId, assignmentId, read }} closed={thread.state === "closed"} />}
    </>
  );
}

function Said({ message, onShow }: { message: Message; onShow?: (spanId: string) => void }) {
  const { at, by, mine, text, spanId } = message;
  const t = useTranslations("discussion");
  return (
    <>
      <p className="x11"><strong dir="auto">{mine ? t("you") : (by ?? t("somebody"))}</strong> <time className="num" dateTime={at}>{`${at.slice(0, 16).replace("T", " ")} UTC`}</time></p>
      {text === "" ? <p className="muted">{t("erased")}</p> : <MarkdownView text={text} />}
      {spanId !== null && onShow !== undefined && <Button look="quiet" size="small" icon={<Icon of={MapPin} size="s" />} onClick={() => onShow(spanId)}>{t("show")}</Button>}
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
