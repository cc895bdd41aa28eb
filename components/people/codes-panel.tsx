"use client";

import { useState, type FormEvent } from "react";
import { unwrap } from "@/components/api/client";
import { useAct } from "@/components/accounts/use-act";
import { day } from "@/components/accounts/dates";
import { Alert } from "@/components/ui/alert";
import { Button } from "@/components/ui/button";
import { Select } from "@/components/ui/select";
import { TableScroll } from "@/components/ui/table-scroll";
import { TextInput } from "@/components/ui/text-input";
import { ROLES, type Role } from "@/lib/projects/permissions";
import { membersApi } from "./api";
import { FreshCode, FreshInvitation } from "./fresh-code";

/** One code or invitation, with times in ISO form. */
export type CodeLine = { id: string; kind: "code" | "invitation"; role: Role; hint: string; email: string | null; expiresAt: string; maxUses: number; uses: number; state: "open" | "used" | "expired" | "revoked" };
const DAYS = [{ value: "1", label: "a day" }, { value: "14", label: "two weeks" }, { value: "90", label: "three months" }, { value: "366", label: "a year" }];
const STATE = { open: "open", used: "used up", expired: "too old", revoked: "revoked" } as const;
const number = (form: FormData, name: string): number => Number(form.get(name));

/** Making join codes: for a class, many people with one code. */
export function CodeForm({ projectId, isClass, publicUrl }: { projectId: string; isClass: boolean; publicUrl: string | null }) {
  const { act, busy, problem } = useAct();
  const [code, setCode] = useState<string | null>(null);
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const made = await act(() => unwrap(membersApi.projects[":projectId"].codes.$post({ param: { projectId }, json: { role: form.get("role") === "observer" ? "observer" : "annotator", days: number(form, "days"), maxUses: number(form, "maxUses") } })));
    if (made) setCode(made.code);
  };
  return (
    <>
      <p className="muted">{isClass ? "Students join with it under a made-up name. No e-mail, no password: four words bring them back." : "Whoever has it makes an account and joins. For a single person, invite instead."}</p>
      {code && <FreshCode code={code} publicUrl={publicUrl} />}
      <form className="form" onSubmit={(event) => void submit(event)}>
        <div className="cols-3">
          <Select label="They become" name="role" options={[{ value: "annotator", label: "annotator" }, { value: "observer", label: "observer" }]} />
          <Select label="Good for" name="days" defaultValue="14" options={DAYS} />
          <TextInput label="How many may use it" name="maxUses" type="number" min={1} max={1000} defaultValue={isClass ? 32 : 10} required />
        </div>
        {problem && <Alert>{problem.detail}</Alert>}
        <div className="form-acts"><Button type="submit" look={code ? "plain" : "primary"} busy={busy}>{busy ? "Making…" : code ? "Make another code" : "Make a join code"}</Button></div>
      </form>
    </>
  );
}

/** Inviting one person, for any role. */
export function InvitationForm({ projectId, mail, publicUrl }: { projectId: string; mail: boolean; publicUrl: string | null }) {
  const { act, busy, problem } = useAct();
  const [fresh, setFresh] = useState<{ path: string | null; email: string | null } | null>(null);
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const email = String(form.get("email")).trim();
    const role = ROLES.find((one) => one === form.get("role")) ?? "annotator";
    setFresh(await act(() => unwrap(membersApi.projects[":projectId"].invitations.$post({ param: { projectId }, json: { role, days: number(form, "days"), ...(email === "" ? {} : { email }) } }))));
  };
  return (
    <>
      <p className="muted">A link for one person, who makes an account with a passphrase. {mail ? "With an e-mail address it is mailed." : "This installation sends no mail, so you hand it over yourself."}</p>
      {fresh && <FreshInvitation path={fresh.path} email={fresh.email} publicUrl={publicUrl} />}
      <form className="form" onSubmit={(event) => void submit(event)}>
        <div className="cols-3">
          <TextInput label="E-mail, if you like" name="email" type="email" />
          <Select label="They become" name="role" defaultValue="annotator" options={ROLES.map((role) => ({ value: role, label: role }))} />
          <Select label="Good for" name="days" defaultValue="14" options={DAYS} />
        </div>
        {problem && <Alert>{problem.detail}</Alert>}
        <div className="form-acts"><Button type="submit" busy={busy}>{busy ? "Inviting…" : "Invite"}</Button></div>
      </form>
    </>
  );
}

/** The codes and invitations there are. */
export function CodesTable({ projectId, codes }: { projectId: string; codes: readonly CodeLine[] }) {
  const { act, busy, problem } = useAct();
  if (codes.length === 0) return null;
  return (
    <>
      {problem && <Alert>{problem.detail}</Alert>}
      <TableScroll label="Codes and invitations">
        <table className="tb">
          <thead><tr><th scope="col">What</th><th scope="col">Role</th><th scope="col">Used</th><th scope="col">Good until</th><th scope="col">State</th><th scope="col"><span className="vh">What to do</span></th></tr></thead>
          <tbody>
            {codes.map((code) => (
              <tr key={code.id}>
                <td className="wrap-any">{code.kind === "code" ? `Code ${code.hint}…` : `Invitation${code.email ? ` for ${code.email}` : ""}`}</td>
                <td>{code.role}</td>
                <td className="num">{code.uses} of {code.maxUses}</td>
                <td className="num">{day(code.expiresAt)}</td>
                <td>{STATE[code.state]}</td>
                <td className="r">{code.state === "open" && <Button size="small" look="quiet" busy={busy} label={`Revoke ${code.kind} ${code.email ?? code.hint}`} onClick={() => void act(() => unwrap(membersApi.projects[":projectId"].codes[":codeId"].$delete({ param: { projectId, codeId: code.id } })))}>Revoke</Button>}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </TableScroll>
    </>
  );
}
