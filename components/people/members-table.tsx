"use client";

import "@/components/accounts/accounts.css";
import { useState } from "react";
import { useTranslations } from "use-intl/react";
import { ApiProblem, unwrap } from "@/components/api/client";
import { PhraseCard } from "@/components/accounts/phrase-card";
import { useAct } from "@/components/accounts/use-act";
import { Alert } from "@/components/ui/alert";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Select } from "@/components/ui/select";
import { TableScroll } from "@/components/ui/table-scroll";
import { Tag } from "@/components/ui/tag";
import { TextInput } from "@/components/ui/text-input";
import { useDates } from "@/components/words/use-dates";
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
  const t = useTranslations("people.members");
  const names = useTranslations("names");
  const { day } = useDates();
  const { act, busy, problem } = useAct();
  const [asked, setAsked] = useState<Asked>(null);
  const letThrough = (member: MemberLine) => void act(() => unwrap(practiceApi.members[":memberId"].qualify.$post({ param: { projectId, memberId: member.id }, json: { version: member.version, qualified: !member.qualified } })));
  const give = (member: MemberLine, role: Role) => void act(() => unwrap(membersApi.projects[":projectId"].members[":memberId"].$patch({ param: { projectId, memberId: member.id }, json: { version: member.version, role } })));
  return (
    <>
      {problem && <Alert>{problem.detail}</Alert>}
      <TableScroll label={t("label")}>
        <table className="tb members-table">
          <thead><tr><th scope="col">{t("shownAs")}</th>{manage && <th scope="col">{t("name")}</th>}<th scope="col">{t("role")}</th><th scope="col">{t("since")}</th>{practised && <th scope="col">{t("practice")}</th>}{manage && <th scope="col"><span className="vh">{t("do")}</span></th>}</tr></thead>
          <tbody>
            {members.map((member) => (
              <tr key={member.id}>
                <th scope="row" className="wrap-any">{member.pseudonym} {member.you && <Tag>{t("you")}</Tag>} {member.isSample && <Tag>{t("sample")}</Tag>} {member.state !== "active" && <Tag>{t(`states.${member.state}`)}</Tag>}</th>
                {manage && <td className="wrap-any">{member.account === "pupil" ? <span className="faint">{t("classCode")}</span> : (member.name ?? <span className="faint">{t("noName")}</span>)}</td>}
                <td>
                  {manage && member.state === "active" && member.account !== "none"
                    ? <Select label={t("roleOf", { name: member.pseudonym })} hideLabel size="small" value={member.role} disabled={busy} onChange={(event) => give(member, event.target.value as Role)} options={rolesFor(member).map((role) => ({ value: role, label: names(`rolesInside.${role}`) }))} />
                    : names(`rolesInside.${member.role}`)}
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
  const t = useTranslations("people.members");
  if (member.role !== "annotator" || member.state !== "active") return null;
  return (
    <span className="row">
      {member.qualified ? t("passed") : <span className="faint">{t("notYet")}</span>}
      {manage && <Button size="small" look="quiet" disabled={busy} label={t(member.qualified ? "askAgainOne" : "letThroughOne", { name: member.pseudonym })} onClick={() => onLetThrough(member)}>{t(member.qualified ? "askAgain" : "letThrough")}</Button>}
    </span>
  );
}

function Acts({ member, onAsk }: { member: MemberLine; onAsk: (asked: Asked) => void }) {
  const t = useTranslations("people.acts");
  const name = member.pseudonym;
  if (member.state !== "active") return null;
  return (
    <span className="member-acts">
      <Button size="small" look="quiet" label={t("renameOne", { name })} onClick={() => onAsk({ what: "rename", member })}>{t("rename")}</Button>
      {member.account === "pupil" && <Button size="small" look="quiet" label={t("phraseOne", { name })} onClick={() => onAsk({ what: "phrase", member })}>{t("phrase")}</Button>}
      {!member.isSample && <Button size="small" look="quiet" label={member.you ? t("leaveProject") : t("takeOutOne", { name })} onClick={() => onAsk({ what: "remove", member })}>{t(member.you ? "leaveAsk" : "takeOutAsk")}</Button>}
    </span>
  );
}

type DialogProps = { projectId: string; member: MemberLine; onClose: () => void };

function RenameDialog({ projectId, member, onClose }: DialogProps) {
  const t = useTranslations("people.acts");
  const acts = useTranslations("acts");
  const { act, busy, problem } = useAct();
  const [name, setName] = useState(member.pseudonym);
  const save = async () => {
    if (await act(() => unwrap(membersApi.projects[":projectId"].members[":memberId"].$patch({ param: { projectId, memberId: member.id }, json: { version: member.version, pseudonym: name } })))) onClose();
  };
  return (
    <Dialog open onClose={onClose} title={t("renameOne", { name: member.pseudonym })} acts={<><Button onClick={onClose}>{acts("cancel")}</Button><Button look="primary" busy={busy} onClick={() => void save()}>{busy ? acts("saving") : t("saveName")}</Button></>}>
      <p>{t(member.account === "pupil" ? "renamePupil" : "renameWhy")}</p>
      <TextInput label={t("shownAs")} value={name} maxLength={60} onChange={(event) => setName(event.target.value)} error={problem?.detail} />
    </Dialog>
  );
}

function RemoveDialog({ projectId, member, onClose }: DialogProps) {
  const t = useTranslations("people.acts");
  const acts = useTranslations("acts");
  const { act, busy, problem } = useAct();
  const go = async () => {
    const path = membersApi.projects[":projectId"];
    const done = await act<unknown>(() => (member.you ? unwrap(path.leave.$post({ param: { projectId } })) : unwrap(path.members[":memberId"].$delete({ param: { projectId, memberId: member.id }, json: { version: member.version } }))));
    if (done && member.you) startAfresh("/");
    else if (done) onClose();
  };
  const title = member.you ? t("leaveThis") : t("takeOutOne", { name: member.pseudonym });
  return (
    <Dialog open onClose={onClose} title={title} acts={<><Button onClick={onClose}>{acts("cancel")}</Button><Button look="danger" busy={busy} onClick={() => void go()}>{t(busy ? "working" : member.you ? "leave" : "takeOut")}</Button></>}>
      <p>{t(member.you ? "goneYou" : "gone")}</p>
      {problem && <Alert>{problem.detail}</Alert>}
    </Dialog>
  );
}

function PhraseDialog({ projectId, member, onClose }: DialogProps) {
  const t = useTranslations("people.acts");
  const acts = useTranslations("acts");
  const { act, busy, problem } = useAct();
  const [phrase, setPhrase] = useState<string | null>(null);
  const issue = async () => {
    const made = await act(async () => {
      const answer = await unwrap(membersApi.projects[":projectId"].members[":memberId"].phrase.$post({ param: { projectId, memberId: member.id } }));
      if (answer.phrase === null) throw new ApiProblem({ status: 409, code: "conflict", title: "", detail: t("phraseSeen"), requestId: null });
      return answer.phrase;
    });
    setPhrase(made);
  };
  return (
    <Dialog open onClose={onClose} title={phrase ? t("phraseTitle") : t("phraseFor", { name: member.pseudonym })} acts={phrase ? <Button look="primary" onClick={onClose}>{t("done")}</Button> : <><Button onClick={onClose}>{acts("cancel")}</Button><Button look="primary" busy={busy} onClick={() => void issue()}>{t(busy ? "making" : "phraseAct")}</Button></>}>
      {phrase ? <PhraseCard phrase={phrase} pseudonym={member.pseudonym} /> : <p>{t("phraseWhy", { name: member.pseudonym })}</p>}
      {problem && <Alert>{problem.detail}</Alert>}
    </Dialog>
  );
}
