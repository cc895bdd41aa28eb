"use client";

import { useEffect, useState } from "react";
import { useTranslations } from "use-intl/react";
import { unwrap } from "@/components/api/client";
import { Composer } from "@/components/discussion/composer";
import { Said } from "@/components/discussion/said";
import { problemOf } from "@/components/codebook/api";
import { Alert } from "@/components/ui/alert";
import { Button } from "@/components/ui/button";
import { Skeleton } from "@/components/ui/skeleton";
import { namedIn } from "@/lib/adjudication/around/talk";
import { AskDialog } from "./ask-dialog";
import { talkApi, type Talk, type TalkThread } from "./api";
import { QuestionLine } from "./question-line";
import { useTalk } from "./use-talk";
import "@/components/discussion/discussion.css";

/** A cluster as its discussion needs it: its marks, and its first to last word. */
export type TalkedOf = { readonly spanIds: readonly string[]; readonly start: number; readonly end: number; readonly quote: string };

/** What those who adjudicate say about a cluster, and what its annotators were asked and answered. Needs the words “clusterTalk”, “discussion” and “writing”. */
export function ClusterTalk({ projectId, articleId, cluster, named }: { projectId: string; articleId: string; cluster: TalkedOf; /** Whether annotators go by their names here, where these may be known. */ named: boolean }) {
  const t = useTranslations("clusterTalk");
  const errors = useTranslations("errors");
  const { talk, questions, problem, read } = useTalk(projectId, articleId);
  const [asking, setAsking] = useState(false);
  const threads = talk?.items.filter((one) => cluster.spanIds.includes(one.spanId)) ?? [];
  const about = questions.filter((one) => one.spanIds.some((id) => cluster.spanIds.includes(id)) || one.current && one.start < cluster.end && cluster.start < one.end);
  const first = threads[0]?.spanId ?? cluster.spanIds[0];
  return (
    <section className="discussion cluster-talk" aria-label={t("title")}>
      <h3>{t("title")}</h3>
      <div className="opened">
        {problem !== null && <Alert>{problem.detail} <Button look="quiet" size="small" onClick={() => void read()}>{errors("again")}</Button></Alert>}
        {talk === null && problem === null && <Skeleton label={t("loading")} />}
        {talk !== null && threads.length === 0 && about.length === 0 && <p className="muted">{t("none")}</p>}
        {threads.map((thread) => <Thread key={thread.id} {...{ projectId, articleId, thread, read }} />)}
        {talk !== null && first !== undefined && threads[0]?.state !== "closed" && <Write key={first} {...{ projectId, articleId, talk, read }} spanId={first} />}
        {about.map((one) => <QuestionLine key={one.id} question={one} named={named} />)}
        <Button size="small" onClick={() => setAsking(true)}>{t("ask")}</Button>
      </div>
      {asking && <AskDialog {...{ projectId, articleId, cluster }} mayShowPeers={talk?.mayShowPeers ?? false} onClose={() => setAsking(false)} onAsked={read} />}
    </section>
  );
}

type Place = { readonly projectId: string; readonly articleId: string; readonly read: () => Promise<void> };

function Thread({ projectId, articleId, thread, read }: Place & { thread: TalkThread }) {
  const t = useTranslations("clusterTalk");
  const [problem, setProblem] = useState<string | null>(null);
  const { spanId, unseen, messages, state } = thread;
  useEffect(() => {
    if (unseen > 0) void unwrap(talkApi.threads[":spanId"].seen.$post({ param: { projectId, articleId, spanId }, json: {} })).then(read, () => undefined);
  }, [projectId, articleId, spanId, unseen, read]);
  const turn = async (): Promise<void> => {
    try {
      await unwrap(talkApi.threads[":spanId"].$put({ param: { projectId, articleId, spanId }, json: { state: state === "closed" ? "open" : "closed" } }));
      await read();
    } catch (error) {
      setProblem(problemOf(error).detail);
    }
  };
  return (
    <>
      <div className="messages" role="log" aria-label={t("list")} tabIndex={0}>
        <ol>{messages.map((message) => <li key={message.id} className={message.mine ? "mine" : undefined}><Said {...message}>{message.mentions.length > 0 && <p className="x11">{t("named", { names: message.mentions.join(", ") })}</p>}</Said></li>)}</ol>
      </div>
      {state === "closed" && <p className="x12">{t("closed")}</p>}
      {problem !== null && <Alert>{problem}</Alert>}
      <Button look="quiet" size="small" onClick={() => void turn()}>{t(state === "closed" ? "open" : "close")}</Button>
    </>
  );
}

function Write({ projectId, articleId, talk, spanId, read }: Place & { talk: Talk; spanId: string }) {
  const t = useTranslations("clusterTalk");
  const send = async (text: string): Promise<void> => {
    // Light Markdown may have written a name with backslashes.
    await unwrap(talkApi.threads[":spanId"].messages.$post({ param: { projectId, articleId, spanId }, json: { text, mentions: namedIn(text.replaceAll("\\", ""), talk.people) } }));
    await read();
  };
  return (
    <Composer
      kept={`${spanId} ${talk.memberId}`}
      send={send}
      above={(text, change) => talk.people.length > 0 && (
        <p className="wrap x11">{t("mention")} {talk.people.slice(0, 12).map(({ id, name }) => <Button key={id} look="quiet" size="small" label={t("mentionOne", { name })} onClick={() => change(`${text.trimEnd()}${text.trim() === "" ? "" : " "}@${name} `)}>{`@${name}`}</Button>)}</p>
      )}
    />
  );
}
