"use client";

import { unwrap } from "@/components/api/client";
import { Alert } from "@/components/ui/alert";
import { Button } from "@/components/ui/button";
import { TableScroll } from "@/components/ui/table-scroll";
import { Tag } from "@/components/ui/tag";
import { accountApi } from "./api";
import { moment } from "./dates";
import { SignOutButton } from "./sign-out-button";
import { useAct } from "./use-act";
import { startAfresh } from "./start-afresh";

/** One session of the account, with times in ISO form. */
export type SessionLine = { id: string; startedAt: string; lastSeenAt: string; current: boolean };

/** Where the person is signed in, and ways to end it. */
export function SessionsPanel({ sessions }: { sessions: readonly SessionLine[] }) {
  const { act, busy, problem } = useAct();
  const everywhere = async () => {
    if (await act(() => unwrap(accountApi.account["sign-out-everywhere"].$post()))) startAfresh("/sign-in");
  };
  return (
    <>
      <TableScroll label="Your sessions">
        <table className="tb">
          <thead><tr><th scope="col">Started</th><th scope="col">Last used</th><th scope="col"><span className="vh">What to do</span></th></tr></thead>
          <tbody>
            {sessions.map((session) => (
              <tr key={session.id}>
                <td className="num">{moment(session.startedAt)}</td>
                <td className="num">{session.current ? <Tag>this browser</Tag> : moment(session.lastSeenAt)}</td>
                <td className="r">{!session.current && <Button size="small" look="quiet" busy={busy} label={`End the session that started ${moment(session.startedAt)}`} onClick={() => void act(() => unwrap(accountApi.account.sessions[":sessionId"].$delete({ param: { sessionId: session.id } })))}>End</Button>}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </TableScroll>
      {problem && <Alert>{problem.detail}</Alert>}
      <p className="x12">A session ends by itself after 7 days without use, and after 30 days in any case.</p>
      <div className="wrap"><SignOutButton /><Button busy={busy} onClick={() => void everywhere()}>Sign out everywhere</Button></div>
    </>
  );
}
