"use client";

import { useState } from "react";
import { useTranslations } from "use-intl/react";
import { Alert } from "@/components/ui/alert";
import { Segmented } from "@/components/ui/segmented";
import { AddressesWay, FeedWay } from "./addresses-way";
import { BookmarkletWay } from "./bookmarklet-way";
import { FileDrop } from "./file-drop";
import { PasteWay } from "./paste-way";
import { useBegin } from "./use-begin";
import { WAYS, type Way } from "./way";

/** The ways in: paste or files at once, the others one by one. */
export function Ways({ projectId, project, mayFetch, first }: { projectId: string; project: string; mayFetch: boolean; first: Way }) {
  const t = useTranslations("intake");
  const [way, setWay] = useState(first);
  const { begin, beginFiles, busy, problem } = useBegin(projectId);
  return (
    <div className="stack">
      <div><Segmented label={t("ways.label")} options={WAYS.map((value) => ({ value, label: t(`ways.${value}`) }))} value={way} onChange={setWay} /></div>
      {problem && <Alert>{problem.code === "fetch_off" ? t("addresses.isOff") : problem.detail}</Alert>}
      {way === "here" && (
        <div className="ways">
          <PasteWay busy={busy} onPasted={(name, file) => void begin({ source: "paste", name: name || t("paste.name"), files: [file] })} />
          <FileDrop onFiles={beginFiles} />
        </div>
      )}
      {way === "addresses" && <AddressesWay {...{ mayFetch, busy }} onBegin={(wish) => void begin(wish)} />}
      {way === "feed" && <FeedWay {...{ mayFetch, busy }} onBegin={(wish) => void begin(wish)} />}
      {way === "browser" && <BookmarkletWay {...{ projectId, project }} />}
    </div>
  );
}
