"use client";

import { useTranslations } from "use-intl/react";
import { unwrap } from "@/components/api/client";
import { Alert } from "@/components/ui/alert";
import { Button } from "@/components/ui/button";
import { TableScroll } from "@/components/ui/table-scroll";
import { Tag } from "@/components/ui/tag";
import { useDates } from "@/components/words/use-dates";
import { accountApi } from "./api";
import { SignOutButton } from "./sign-out-button";
import { useAct } from "./use-act";
import { startAfresh } from "./start-afresh";

/** One session of the account, with times in ISO form. */
export type SessionLine = { id: string; startedAt: string; lastSeenAt: string; current: boolean };

/** Where the person is signed in, and ways to end it. */
export function SessionsPanel({ sessions }: { sessions: readonly SessionLine[] }) {
  const t = useTranslations("account.sessions");
  const { moment } = useDates();
  const { act, busy, problem } = useAct();
  const everywhere = async () => {
    if (await act(() => unwrap(accountApi.account["sign-out-everywhere"].$post()))) startAfresh("/sign-in");
  };
  return (
    <>
      <TableScroll label={t("label")}>
        <table className="tb">
          <thead><tr><th scope="col">{t("started")}</th><th scope="col">{t("lastUsed")}</th><th scope="col"><span className="vh">{t("do")}</span></th></tr></thead>
          <tbody>
            {sessions.map((session) => (
              <tr key={session.id}>
                <td className="num">{moment(session.startedAt)}</td>
                <td className="num">{session.current ? <Tag>{t("here")}</Tag> : moment(session.lastSeenAt)}</td>
                <td className="r">{!session.current && <Button size="small" look="quiet" busy={busy} label={t("endOne", { moment: moment(session.startedAt) })} onClick={() => void act(() => unwrap(accountApi.account.sessions[":sessionId"].$delete({ param: { sessionId: session.id } })))}>{t("end")}</Button>}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </TableScroll>
      {problem && <Alert>{problem.detail}</Alert>}
      <p className="x12">{t("byItself")}</p>
      <div className="wrap"><SignOutButton /><Button busy={busy} onClick={() => void everywhere()}>{t("everywhere")}</Button></div>
    </>
  );
}
