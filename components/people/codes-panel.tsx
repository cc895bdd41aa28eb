"use client";

import { useState, type FormEvent } from "react";
import { useTranslations } from "use-intl/react";
import { unwrap } from "@/components/api/client";
import { useAct } from "@/components/accounts/use-act";
import { Alert } from "@/components/ui/alert";
import { Button } from "@/components/ui/button";
import { Select } from "@/components/ui/select";
import { TableScroll } from "@/components/ui/table-scroll";
import { TextInput } from "@/components/ui/text-input";
import { useDates } from "@/components/words/use-dates";
import { ROLES, type Role } from "@/lib/projects/permissions";
import { membersApi } from "./api";
import { FreshCode, FreshInvitation } from "./fresh-code";

/** One code or invitation, with times in ISO form. */
export type CodeLine = { id: string; kind: "code" | "invitation"; role: Role; hint: string; email: string | null; expiresAt: string; maxUses: number; uses: number; state: "open" | "used" | "expired" | "revoked" };
const DAYS = ["1", "14", "90", "366"] as const;
const number = (form: FormData, name: string): number => Number(form.get(name));

/** Making join codes: for a class, many people with one code. */
export function CodeForm({ projectId, isClass, publicUrl }: { projectId: string; isClass: boolean; publicUrl: string | null }) {
  const t = useTranslations("people.code");
  const names = useTranslations("names");
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
      <p className="muted">{t(isClass ? "leadClass" : "lead")}</p>
      {code && <FreshCode code={code} publicUrl={publicUrl} />}
      <form className="form" onSubmit={(event) => void submit(event)}>
        <div className="cols-3">
          <Select label={t("become")} name="role" options={(["annotator", "observer"] as const).map((value) => ({ value, label: names(`rolesInside.${value}`) }))} />
          <Select label={t("goodFor")} name="days" defaultValue="14" options={DAYS.map((value) => ({ value, label: t(`days.${value}`) }))} />
          <TextInput label={t("howMany")} name="maxUses" type="number" min={1} max={1000} defaultValue={isClass ? 32 : 10} required />
        </div>
        {problem && <Alert>{problem.detail}</Alert>}
        <div className="form-acts"><Button type="submit" look={code ? "plain" : "primary"} busy={busy}>{t(busy ? "acting" : code ? "another" : "act")}</Button></div>
      </form>
    </>
  );
}

/** Inviting one person, for any role. */
export function InvitationForm({ projectId, mail, publicUrl }: { projectId: string; mail: boolean; publicUrl: string | null }) {
  const t = useTranslations("people.invite");
  const code = useTranslations("people.code");
  const names = useTranslations("names");
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
      <p className="muted">{t(mail ? "lead" : "leadByHand")}</p>
      {fresh && <FreshInvitation path={fresh.path} email={fresh.email} publicUrl={publicUrl} />}
      <form className="form" onSubmit={(event) => void submit(event)}>
        <div className="cols-3">
          <TextInput label={t("email")} name="email" type="email" />
          <Select label={code("become")} name="role" defaultValue="annotator" options={ROLES.map((value) => ({ value, label: names(`rolesInside.${value}`) }))} />
          <Select label={code("goodFor")} name="days" defaultValue="14" options={DAYS.map((value) => ({ value, label: code(`days.${value}`) }))} />
        </div>
        {problem && <Alert>{problem.detail}</Alert>}
        <div className="form-acts"><Button type="submit" busy={busy}>{t(busy ? "acting" : "act")}</Button></div>
      </form>
    </>
  );
}

/** The codes and invitations there are. */
export function CodesTable({ projectId, codes }: { projectId: string; codes: readonly CodeLine[] }) {
  const t = useTranslations("people.codes");
  const names = useTranslations("names");
  const { day } = useDates();
  const { act, busy, problem } = useAct();
  if (codes.length === 0) return null;
  return (
    <>
      {problem && <Alert>{problem.detail}</Alert>}
      <TableScroll label={t("title")}>
        <table className="tb">
          <thead><tr><th scope="col">{t("what")}</th><th scope="col">{t("role")}</th><th scope="col">{t("used")}</th><th scope="col">{t("until")}</th><th scope="col">{t("state")}</th><th scope="col"><span className="vh">{t("do")}</span></th></tr></thead>
          <tbody>
            {codes.map((code) => (
              <tr key={code.id}>
                <td className="wrap-any">{code.kind === "code" ? t("code", { hint: code.hint }) : code.email ? t("invitationFor", { email: code.email }) : t("invitation")}</td>
                <td>{names(`rolesInside.${code.role}`)}</td>
                <td className="num">{t("uses", { uses: code.uses, most: code.maxUses })}</td>
                <td className="num">{day(code.expiresAt)}</td>
                <td>{t(`states.${code.state}`)}</td>
                <td className="r">{code.state === "open" && <Button size="small" look="quiet" busy={busy} label={t("revokeOne", { kind: code.kind, of: code.email ?? code.hint })} onClick={() => void act(() => unwrap(membersApi.projects[":projectId"].codes[":codeId"].$delete({ param: { projectId, codeId: code.id } })))}>{t("revoke")}</Button>}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </TableScroll>
    </>
  );
}
