"use client";

import { useTranslations } from "use-intl/react";
import { Alert } from "@/components/ui/alert";
import { Button } from "@/components/ui/button";
import type { Naming } from "../naming";
import { subjectOf } from "../state/requests";
import type { AdjudicationSession } from "../state/session";
import { provisional, type Waiting } from "../state/waiting";
import { DecidedBox } from "./decided-box";
import { SettledList } from "./settled-list";

/** A decision that was not taken: why, and what can be done. Nothing of it is lost until somebody lets it go. */
export function UnsavedBox({ session, waiting, naming }: { session: AdjudicationSession; waiting: Waiting; naming: Naming }) {
  const t = useTranslations("adjudicate");
  const { body, state, sentence, theirs } = waiting;
  const subject = subjectOf(body);
  const mine = body.outcome === "rejected" ? <p>{t("decided.nothing")}</p> : <SettledList marks={body.settled} naming={naming} />;
  if (state === "failed") {
    return (
      <section className="unsaved-box">
        <Alert>{t("unsaved.failed", { why: sentence })} {t("unsaved.kept")}</Alert>
        {body.subject === "cluster" && mine}
        <div className="row">
          <Button onClick={() => session.retry(subject)}>{t("unsaved.again")}</Button>
          <Button look="quiet" onClick={() => session.letGo(subject)}>{t("unsaved.letGo")}</Button>
        </div>
      </section>
    );
  }
  const standing = theirs ?? session.standingOn(subject);
  return (
    <section className="unsaved-box" aria-labelledby="conflict-title">
      <h3 id="conflict-title">{t(standing ? "conflict.title" : "conflict.changed")}</h3>
      {!standing && <p>{t("conflict.changedWhat")}</p>}
      <div className="both">
        {standing && <div><h4>{t("conflict.theirs", { name: standing.by?.name ?? t("decided.nobody") })}</h4><DecidedBox decision={standing} changed={false} naming={naming} onReopen={null} /></div>}
        <div><h4>{t("conflict.yours")}</h4><DecidedBox decision={provisional(body)} changed={false} naming={naming} onReopen={null} /></div>
      </div>
      <div className="row">
        <Button onClick={() => session.letGo(subject)}>{t(standing ? "conflict.take" : "conflict.letGo")}</Button>
        <Button onClick={() => session.insist(subject)}>{t("conflict.insist")}</Button>
      </div>
    </section>
  );
}
