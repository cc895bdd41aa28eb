"use client";

import { useState, type FormEvent } from "react";
import { unwrap } from "@/components/api/client";
import { Alert } from "@/components/ui/alert";
import { Button } from "@/components/ui/button";
import { CopyButton } from "@/components/ui/copy-button";
import { Note } from "@/components/ui/note";
import { Select } from "@/components/ui/select";
import { TableScroll } from "@/components/ui/table-scroll";
import { TextInput } from "@/components/ui/text-input";
import { accountApi } from "./api";
import { day } from "./dates";
import { useAct } from "./use-act";

/** One API token, with times in ISO form. */
export type TokenLine = { id: string; name: string; createdAt: string; lastUsedAt: string | null; expiresAt: string };

const LIVES = [{ value: "30", label: "30 days" }, { value: "90", label: "90 days" }, { value: "366", label: "A year" }] as const;

/** API tokens: made here, shown once, revoked at once. */
export function TokensPanel({ tokens }: { tokens: readonly TokenLine[] }) {
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
      <p className="muted">For scripts. A token may do everything in the API that you may, but no account business. Send it as “Authorization: Bearer …”.</p>
      {fresh && <Note>This token is shown once: <b className="wrap-any">{fresh.token}</b> <CopyButton size="small" text={fresh.token} label="Copy the token">Copy</CopyButton></Note>}
      {tokens.length > 0 && (
        <TableScroll label="Your API tokens">
          <table className="tb">
            <thead><tr><th scope="col">Name</th><th scope="col">Made</th><th scope="col">Last used</th><th scope="col">Ends</th><th scope="col"><span className="vh">What to do</span></th></tr></thead>
            <tbody>
              {tokens.map((token) => (
                <tr key={token.id}>
                  <td className="wrap-any">{token.name}</td>
                  <td className="num">{day(token.createdAt)}</td>
                  <td className="num">{token.lastUsedAt ? day(token.lastUsedAt) : "never"}</td>
                  <td className="num">{day(token.expiresAt)}</td>
                  <td className="r"><Button size="small" look="quiet" busy={busy} label={`Revoke ${token.name}`} onClick={() => void act(() => unwrap(accountApi.account.tokens[":tokenId"].$delete({ param: { tokenId: token.id } })))}>Revoke</Button></td>
                </tr>
              ))}
            </tbody>
          </table>
        </TableScroll>
      )}
      <form className="cols-3" onSubmit={(event) => void submit(event)}>
        <TextInput label="What it is for" name="name" maxLength={100} required />
        <Select label="Good for" name="days" options={LIVES} />
        <div className="form-acts end"><Button type="submit" busy={busy}>{busy ? "Making…" : "Make a token"}</Button></div>
      </form>
      {problem && <Alert>{problem.detail}</Alert>}
    </>
  );
}
