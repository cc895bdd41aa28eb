"use client";

import { useState } from "react";
import { useTranslations } from "use-intl/react";
import { Button } from "@/components/ui/button";
import { Note } from "@/components/ui/note";
import { TextArea } from "@/components/ui/text-area";
import { TextInput } from "@/components/ui/text-input";
import { webAddress } from "@/lib/articles/provenance";
import type { Beginning } from "./use-begin";

const linesOf = (text: string): string[] => text.split(/\s+/u).filter((line) => line !== "");
const hostOf = (address: string): string => (URL.canParse(address) ? new URL(address).host : address);

/** Articles by their addresses, which the server fetches where whoever runs it allows that. */
export function AddressesWay({ mayFetch, busy, onBegin }: { mayFetch: boolean; busy: boolean; onBegin: (wish: Beginning) => void }) {
  const t = useTranslations("intake.addresses");
  const intake = useTranslations("intake");
  const [text, setText] = useState("");
  const addresses = linesOf(text);
  const wrong = addresses.find((address) => webAddress(address) === null);
  const [first] = addresses;
  const begin = () => {
    if (first !== undefined && wrong === undefined) onBegin({ source: "addresses", name: addresses.length === 1 ? hostOf(first) : intake("andMore", { first: hostOf(first), n: addresses.length - 1 }), addresses });
  };
  return (
    <form className="form way" onSubmit={(event) => { event.preventDefault(); begin(); }}>
      {!mayFetch && <FetchOff />}
      <TextArea label={t("label")} hint={t("hint")} rows={6} value={text} disabled={!mayFetch} spellCheck={false} dir="ltr" placeholder="https://" error={wrong === undefined ? undefined : t("wrong", { address: wrong.slice(0, 80) })} onChange={(event) => setText(event.target.value)} />
      <div><Button type="submit" look="primary" busy={busy} disabled={!mayFetch || first === undefined || wrong !== undefined}>{busy ? t("reading") : t("fetch", { n: addresses.length })}</Button></div>
    </form>
  );
}

/** The articles that a feed lists. */
export function FeedWay({ mayFetch, busy, onBegin }: { mayFetch: boolean; busy: boolean; onBegin: (wish: Beginning) => void }) {
  const t = useTranslations("intake.feed");
  const [address, setAddress] = useState("");
  const wanted = address.trim();
  const wrong = wanted !== "" && webAddress(wanted) === null;
  return (
    <form className="form way" onSubmit={(event) => { event.preventDefault(); if (wanted !== "" && !wrong) onBegin({ source: "feed", name: hostOf(wanted), addresses: [wanted] }); }}>
      {!mayFetch && <FetchOff />}
      <TextInput label={t("label")} hint={t("hint")} inputMode="url" dir="ltr" placeholder="https://" disabled={!mayFetch} value={address} error={wrong ? t("wrong") : undefined} onChange={(event) => setAddress(event.target.value)} />
      <div><Button type="submit" look="primary" busy={busy} disabled={!mayFetch || wanted === "" || wrong}>{busy ? t("reading") : t("fetch")}</Button></div>
    </form>
  );
}

function FetchOff() {
  const t = useTranslations("intake.addresses");
  return <Note>{t.rich("off", { setting: (words) => <code>{words}</code> })}</Note>;
}
