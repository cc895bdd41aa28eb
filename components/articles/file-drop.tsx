"use client";

import { Upload } from "lucide-react";
import { useRef, useState } from "react";
import { Button } from "@/components/ui/button";
import { classNames } from "@/components/ui/class-names";
import { Icon } from "@/components/ui/icon";

/** Where text files are dropped or chosen. */
export function FileDrop({ onFiles, primary = false }: { onFiles: (files: File[]) => void; primary?: boolean | undefined }) {
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
      <div><p>Drop text files here</p><span className="x12">Plain text (.txt) in UTF-8. You see every article before anything is added.</span></div>
      <input
        ref={input} type="file" className="vh" tabIndex={-1} aria-label="Text files" accept=".txt,text/plain" multiple
        onChange={(event) => {
          onFiles([...(event.target.files ?? [])]);
          // The same file can then be chosen again after it was corrected.
          event.target.value = "";
        }}
      />
      <Button look={primary ? "primary" : "plain"} onClick={() => input.current?.click()}>Choose files</Button>
    </div>
  );
}
