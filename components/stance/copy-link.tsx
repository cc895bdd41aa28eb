"use client";

import { Link as LinkIcon } from "lucide-react";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Icon } from "@/components/ui/icon";
import { copyText } from "@/components/ui/copy-button";

type Props = { path: string; words: string; copied: string; refused: string };

/** Copies the whole address of a page of ours, whatever the server is called. */
export function CopyLink({ path, words, copied, refused }: Props) {
  const [said, setSaid] = useState<string | null>(null);
  const copy = async (button: HTMLElement) => {
    const done = await copyText(new URL(path, window.location.href).href, button.parentElement ?? button);
    button.focus();
    setSaid(done ? copied : refused);
  };
  return (
    <span className="row">
      <Button size="small" icon={<Icon of={LinkIcon} size="s" />} onClick={(event) => void copy(event.currentTarget)}>{said ?? words}</Button>
      <span className="vh" role="status">{said}</span>
    </span>
  );
}
