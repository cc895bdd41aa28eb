"use client";

import { BookmarkPlus } from "lucide-react";
import { useEffect, useRef, useState, useSyncExternalStore } from "react";
import { useTranslations } from "use-intl/react";
import { CopyButton } from "@/components/ui/copy-button";
import { Icon } from "@/components/ui/icon";
import { Note } from "@/components/ui/note";
import { bookmarkletCode } from "./bookmarklet";

/** A bookmark that sends the page one is reading: to be dragged to the bookmarks bar. */
export function BookmarkletWay({ projectId, project }: { projectId: string; project: string }) {
  const t = useTranslations("intake.browser");
  const link = useRef<HTMLAnchorElement>(null);
  const [pressed, setPressed] = useState(false);
  const code = bookmarkletCode(useSyncExternalStore(() => () => undefined, () => window.location.origin, () => ""), projectId, t("blocked"));
  useEffect(() => {
    // React takes no such address; the policy of this page lets it run nowhere but in the bookmarks bar.
    link.current?.setAttribute("href", code);
  }, [code]);
  return (
    <div className="way stack">
      <p className="x15">{t("lead")}</p>
      <ol className="plain-list steps">
        <li>
          <span>{t("drag")}</span>{" "}
          <a ref={link} className="btn bookmarklet" draggable onClick={(event) => { event.preventDefault(); setPressed(true); }}><Icon of={BookmarkPlus} />{t("name", { project })}</a>
        </li>
        <li>{t("press")}</li>
        <li>{t("ask")}</li>
      </ol>
      {pressed && <div role="status"><Note>{t("notHere")}</Note></div>}
      <div className="wrap x12"><span>{t("noBar")}</span><CopyButton size="small" text={code} label={t("copy")} /></div>
    </div>
  );
}
