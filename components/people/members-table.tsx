"use client";

import "@/components/accounts/accounts.css";
import { useState } from "react";
import { ApiProblem, unwrap } from "@/components/api/client";
import { day } from "@/components/accounts/dates";
import { PhraseCard } from "@/components/accounts/phrase-card";
import { useAct } from "@/components/accounts/use-act";
import { Alert } from "@/components/ui/alert";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Select } from "@/components/ui/select";
import { TableScroll } from "@/components/ui/table-scroll";
import { Tag } from "@/components/ui/tag";
import { TextInput } from "@/components/ui/text-input";
import { ROLES, type Role } from "@/lib/projects/permissions";
import { practiceApi } from "@/components/practice/api";
import { membersApi } from "./api";
import { startAfresh } from "@/components/accounts/start-afresh";

/** One member, with times in ISO form. */
export type MemberLine = { id: string; pseudonym: string; name: string | null; role: Role; state: "active" | "removed" | "withdrawn"; account: "person" | "pupil" | "none"; isSample: boolean; qualified: boolean; you: boolean; joinedAt: string; version: number };
type Asked = { what: "rename" | "remove" | "phrase"; member: MemberLine } | null;

const rolesFor = (member: MemberLine): readonly Role[] => (member.account === "pupil" ? ["annotator", "observer"] : ROLES);

/** Everybody in the project; for coordinators with roles, names and ways out. */
export function MembersTable({ projectId, members, manage, practised = false }: { projectId: string; members: readonly MemberLine[]; manage: boolean; practised?: boolean | undefined }) {
  const { act, busy, problem } = useAct();
  const [asked, setAsked] = useState<Asked>(null);
  const letThrough = (member: MemberLine) => void act(() => unwrap(practiceApi.members[":memberId"].qualify.$post({ param: { projectId, memberId: member.id }, json: { version: member.version, qualified: !member.qualified } })));
  const give = (member: MemberLine, role: Role) => void act(() => unwrap(membersApi.projects[":projectId"].members[":memberId"].$patch({ param: { projectId, memberId: member.id }, json: { version: member.version, role } })));
  return (
    <>
      {problem && <Alert>{problem.detail}</Alert>}
      <TableScroll label="Members">
        <table className="tb members-table">
          <thead><tr><th scope="col">Shown as</th>{manage && <th scope="col">Name</th>}<th scope="col">Role</th><th scope="col">Since</th>{practised && <th scope="col">Practice</th>}{manage && <th scope="col"><span className="vh">What to do</span></th>}</tr></thead>
          <tbody>
            {members.map((member) => (
              <tr key={member.id}>
                <th scope="row" className="wrap-any">{member.pseudonym} {member.you && <Tag>you</Tag>} {member.isSample && <Tag>sample</Tag>} {member.state !== "active" && <Tag>{member.state === "removed" ? "taken out" : "withdrawn"}</Tag>}</th>
                {manage && <td className="wrap-any">{member.account === "pupil" ? <span className="faint">class code</span> : (member.name ?? <span className="faint">none</span>)}</td>}
                <td>
                  {manage && member.state === "active" && member.account !== "none"
                    ? <Select label={`Role of ${member.pseudonym}`} hideLabel size="small" value={member.role} disabled={busy} onChange={(event) => give(member, event.target.value as Role)} options={rolesFor(member).map((role) => ({ value: role, label: role }))} />
                    : member.role}
                </td>
                <td className="num">{day(member.joinedAt)}</td>
                {practised && <td><PracticeCell member={member} busy={busy} manage={manage} onLetThrough={letThrough} /></td>}
                {manage && <td><Acts member={member} onAsk={setAsked} /></td>}
              </tr>
            ))}
          </tbody>
        </table>
      </TableScroll>
      {asked?.what === "rename" && <RenameDialog projectId={projectId} member={asked.member} onClose={() => setAsked(null)} />}
      {asked?.what === "remove" && <RemoveDialog projectId={projectId} member={asked.member} onClose={() => setAsked(null)} />}
      {asked?.what === "phrase" && <PhraseDialog projectId={projectId} member={asked.member} onClose={() => setAsked(null)} />}
    </>
  );
}

function PracticeCell({ member, busy, manage, onLetThrough }: { member: MemberLine; busy: boolean; manage: boolean; onLetThrough: (member: MemberLine) => void }) {
  if (member.role !== "annotator" || member.state !== "active") return null;
  return (
    <span className="row">
      {member.qualified ? "passed" : <span className="faint">not yet</span>}
      {manage && <Button size="small" look="quiet" disabled={busy} label={member.qualified ? `Ask ${member.pseudonym} for practice again` : `Let ${member.pseudonym} through`} onClick={() => onLetThrough(member)}>{member.qualified ? "Ask again" : "Let through"}</Button>}
    </span>
  );
}

function Acts({ member, onAsk }: { member: MemberLine; onAsk: (asked: Asked) => void }) {
  if (member.state !== "active") return null;
  return (
    <span className="member-acts">
      <Button size="small" look="quiet" label={`Rename ${member.pseudonym}`} onClick={() => onAsk({ what: "rename", member })}>Rename</Button>
      {member.account === "pupil" && <Button size="small" look="quiet" label={`New phrase for ${member.pseudonym}`} onClick={() => onAsk({ what: "phrase", member })}>New phrase</Button>}
      {!member.isSample && <Button size="small" look="quiet" label={member.you ? "Leave the project" : `Take ${member.pseudonym} out`} onClick={() => onAsk({ what: "remove", member })}>{member.you ? "Leave…" : "Take out…"}</Button>}
    </span>
  );
}

type DialogProps = { projectId: string; member: MemberLine; onClose: () => void };

function RenameDialog({ projectId, member, onClose }: DialogProps) {
  const { act, busy, problem } = useAct();
  const [name, setName] = useState(member.pseudonym);
  const save = async () => {
    if (await act(() => unwrap(membersApi.projects[":projectId"].members[":memberId"].$patch({ param: { projectId, memberId: member.id }, json: { version: member.version, pseudonym: name } })))) onClose();
  };
  return (
    <Dialog open onClose={onClose} title={`Rename ${member.pseudonym}`} acts={<><Button onClick={onClose}>Cancel</Button><Button look="primary" busy={busy} onClick={() => void save()}>{busy ? "Saving…" : "Save the name"}</Button></>}>
      <p>This is the name that others see and that exports carry.</p>
      <TextInput label="Shown as" value={name} maxLength={60} onChange={(event) => setName(event.target.value)} error={problem?.detail} />
    </Dialog>
  );
}

function RemoveDialog({ projectId, member, onClose }: DialogProps) {
  const { act, busy, problem } = useAct();
  const go = async () => {
    const path = membersApi.projects[":projectId"];
    const done = await act<unknown>(() => (member.you ? unwrap(path.leave.$post({ param: { projectId } })) : unwrap(path.members[":memberId"].$delete({ param: { projectId, memberId: member.id }, json: { version: member.version } }))));
    if (done && member.you) startAfresh("/");
    else if (done) onClose();
  };
  const title = member.you ? "Leave this project" : `Take ${member.pseudonym} out`;
  return (
    <Dialog open onClose={onClose} title={title} acts={<><Button onClick={onClose}>Cancel</Button><Button look="danger" busy={busy} onClick={() => void go()}>{busy ? "Working…" : member.you ? "Leave" : "Take out"}</Button></>}>
      <p>{member.you ? "You lose access at once." : "They lose access at once."} Marks stay. To come back takes an invitation.</p>
      {problem && <Alert>{problem.detail}</Alert>}
    </Dialog>
  );
}

function PhraseDialog({ projectId, member, onClose }: DialogProps) {
  const { act, busy, problem } = useAct();
  const [phrase, setPhrase] = useState<string | null>(null);
  const issue = async () => {
    const made = await act(async () => {
      const answer = await unwrap(membersApi.projects[":projectId"].members[":memberId"].phrase.$post({ param: { projectId, memberId: member.id } }));
      if (answer.phrase === null) throw new ApiProblem({ status: 409, code: "conflict", title: "", detail: "This phrase was shown already. Make another one.", requestId: null });
      return answer.phrase;
    });
    setPhrase(made);
  };
  return (
    <Dialog open onClose={onClose} title={phrase ? "The new phrase" : `A new phrase for ${member.pseudonym}`} acts={phrase ? <Button look="primary" onClick={onClose}>Done</Button> : <><Button onClick={onClose}>Cancel</Button><Button look="primary" busy={busy} onClick={() => void issue()}>{busy ? "Making…" : "Make a new phrase"}</Button></>}>
      {phrase ? <PhraseCard phrase={phrase} pseudonym={member.pseudonym} /> : <p>The old four words stop working, and {member.pseudonym} is signed out everywhere.</p>}
      {problem && <Alert>{problem.detail}</Alert>}
    </Dialog>
  );
}
