"use client";

import { useState, type FormEvent } from "react";
import { useTranslations } from "use-intl/react";
import { unwrap } from "@/components/api/client";
import { Alert } from "@/components/ui/alert";
import { Button } from "@/components/ui/button";
import { CopyButton } from "@/components/ui/copy-button";
import { Note } from "@/components/ui/note";
import { Select } from "@/components/ui/select";
import { TableScroll } from "@/components/ui/table-scroll";
import { TextInput } from "@/components/ui/text-input";
import { useDates } from "@/components/words/use-dates";
import { accountApi } from "./api";
import { useAct } from "./use-act";

/** One API token, with times in ISO form. */
export type TokenLine = { id: string; name: string; createdAt: string; lastUsedAt: string | null; expiresAt: string };

const LIVES = ["30", "90", "366"] as const;

/** API tokens: made here, shown once, revoked at once. */
export function TokensPanel({ tokens }: { tokens: readonly TokenLine[] }) {
  const t = useTranslations("account.tokens");
  const { day } = useDates();
  const { act, busy, problem } = useAct();
  const [fresh, setFresh] = useState<{ id: string; token: string } | null>(null);
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const element = event.currentTarget;
    const form = new FormData(element);
    const made = await act(() => unwrap(accountApi.account.tokens.$post({ json: { name: String(form.get("name")), days: Number(form.get("days")) } })));
    if (!made) return;
    setFresh(made);
    element.reset();
  };
  return (
    <>
      <p className="muted">{t("lead")}</p>
      {fresh && <Note>{t.rich("once", { token: () => <b className="wrap-any">{fresh.token}</b> })} <CopyButton size="small" text={fresh.token} label={t("copy")} /></Note>}
      {tokens.length > 0 && (
        <TableScroll label={t("label")}>
          <table className="tb">
            <thead><tr><th scope="col">{t("name")}</th><th scope="col">{t("made")}</th><th scope="col">{t("lastUsed")}</th><th scope="col">{t("ends")}</th><th scope="col"><span className="vh">{t("do")}</span></th></tr></thead>
            <tbody>
              {tokens.map((token) => (
                <tr key={token.id}>
                  <td className="wrap-any">{token.name}</td>
                  <td className="num">{day(token.createdAt)}</td>
                  <td className="num">{token.lastUsedAt ? day(token.lastUsedAt) : t("never")}</td>
                  <td className="num">{day(token.expiresAt)}</td>
                  <td className="r"><Button size="small" look="quiet" busy={busy} label={t("revokeOne", { name: token.name })} onClick={() => void act(() => unwrap(accountApi.account.tokens[":tokenId"].$delete({ param: { tokenId: token.id } })))}>{t("revoke")}</Button></td>
                </tr>
              ))}
            </tbody>
          </table>
        </TableScroll>
      )}
      <form className="cols-3" onSubmit={(event) => void submit(event)}>
        <TextInput label={t("purpose")} name="name" maxLength={100} required />
        <Select label={t("goodFor")} name="days" options={LIVES.map((value) => ({ value, label: t(`days.${value}`) }))} />
        <div className="form-acts end"><Button type="submit" busy={busy}>{t(busy ? "acting" : "act")}</Button></div>
      </form>
      {problem && <Alert>{problem.detail}</Alert>}
    </>
  );
}
