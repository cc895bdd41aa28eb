"use client";

import { Upload } from "lucide-react";
import { useRef, useState } from "react";
import { useTranslations } from "use-intl/react";
import { Button } from "@/components/ui/button";
import { classNames } from "@/components/ui/class-names";
import { Icon } from "@/components/ui/icon";

/** Where text files are dropped or chosen. */
export function FileDrop({ onFiles, primary = false }: { onFiles: (files: File[]) => void; primary?: boolean | undefined }) {
  const t = useTranslations("intake.drop");
  const input = useRef<HTMLInputElement>(null);
  const [over, setOver] = useState(false);
  return (
    <div
      className={classNames("drop", over && "is-over")}
      onDragOver={(event) => { event.preventDefault(); setOver(true); }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault();
        setOver(false);
        onFiles([...event.dataTransfer.files]);
      }}
    >
      <Icon of={Upload} size="l" />
      <div><p>{t("here")}</p><span className="x12">{t("what")}</span></div>
      <input
        ref={input} type="file" className="vh" tabIndex={-1} aria-label={t("files")} accept=".txt,text/plain" multiple
        onChange={(event) => {
          onFiles([...(event.target.files ?? [])]);
          // The same file can then be chosen again after it was corrected.
          event.target.value = "";
        }}
      />
      <Button look={primary ? "primary" : "plain"} onClick={() => input.current?.click()}>{t("choose")}</Button>
    </div>
  );
}
