"use client";

import { Upload } from "lucide-react";
import { useEffect, useEffectEvent, useRef, useState } from "react";
import { useTranslations } from "use-intl/react";
import { Button } from "@/components/ui/button";
import { classNames } from "@/components/ui/class-names";
import { Icon } from "@/components/ui/icon";
import { chosenFiles, droppedFiles, type NamedFile } from "./named-files";

/** Every browser knows this attribute; its types do not. */
const WHOLE_FOLDER = { webkitdirectory: "" };

/** Where files and folders are dropped or chosen. What is dropped beside it counts too: a browser would open it and leave the page. */
export function FileDrop({ onFiles, primary = false }: { onFiles: (files: NamedFile[]) => void; primary?: boolean | undefined }) {
  const t = useTranslations("intake.drop");
  const files = useRef<HTMLInputElement>(null);
  const folder = useRef<HTMLInputElement>(null);
  const [over, setOver] = useState(false);

  const take = useEffectEvent((event: DragEvent) => {
    if (!event.dataTransfer?.types.includes("Files")) return;
    event.preventDefault();
    setOver(event.type === "dragover");
    if (event.type === "drop") void droppedFiles(event.dataTransfer).then(onFiles);
  });
  useEffect(() => {
    const onDrag = (event: DragEvent) => take(event);
    const leave = (event: DragEvent) => event.relatedTarget === null && setOver(false);
    window.addEventListener("dragover", onDrag);
    window.addEventListener("drop", onDrag);
    window.addEventListener("dragleave", leave);
    return () => {
      window.removeEventListener("dragover", onDrag);
      window.removeEventListener("drop", onDrag);
      window.removeEventListener("dragleave", leave);
    };
  }, []);

  const chosen = (event: { target: HTMLInputElement }) => {
    onFiles(chosenFiles(event.target.files ?? []));
    // The same file can then be chosen again after it was corrected.
    event.target.value = "";
  };
  return (
    <div className={classNames("drop", over && "is-over")}>
      <Icon of={Upload} size="l" />
      <div><p>{t("here")}</p><span className="x12">{t("what")}</span></div>
      <input ref={files} type="file" className="vh" tabIndex={-1} aria-label={t("files")} multiple onChange={chosen} />
      <input ref={folder} {...WHOLE_FOLDER} type="file" className="vh" tabIndex={-1} aria-label={t("folder")} onChange={chosen} />
      <span className="wrap choose">
        <Button look={primary ? "primary" : "plain"} onClick={() => files.current?.click()}>{t("choose")}</Button>
        <Button look="quiet" onClick={() => folder.current?.click()}>{t("chooseFolder")}</Button>
      </span>
    </div>
  );
}
