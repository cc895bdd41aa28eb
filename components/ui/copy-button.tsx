"use client";

import { Check, Copy } from "lucide-react";
import { useEffect, useRef, useState, type ReactNode } from "react";
import { useTranslations } from "use-intl/react";
import { Button } from "./button";
import { Icon } from "./icon";

/** For pages served over plain http, where there is no clipboard. `beside` keeps the helper inside an open dialog. */
function copyBySelecting(text: string, beside: HTMLElement): boolean {
  const helper = document.createElement("textarea");
  helper.value = text;
  helper.readOnly = true;
  helper.className = "vh";
  helper.tabIndex = -1;
  beside.append(helper);
  helper.select();
  const done = document.execCommand("copy");
  helper.remove();
  return done;
}

/** Puts `text` on the clipboard, with or without a secure context; whether that was possible. `beside` is an element on the page that may hold a helper for a moment. */
export async function copyText(text: string, beside: HTMLElement): Promise<boolean> {
  if (window.isSecureContext && navigator.clipboard) {
    const done = await navigator.clipboard.writeText(text).then(() => true, () => false);
    if (done) return true;
  }
  return copyBySelecting(text, beside);
}

/** Copies `text`, with or without a secure context, and says so in words. */
export function CopyButton({ text, children, size, look, label }: {
  text: string;
  children?: ReactNode;
  size?: "small" | "normal" | undefined;
  look?: "plain" | "quiet" | "primary" | undefined;
  /** A fuller accessible name where "Copy" alone would be unclear. */
  label?: string | undefined;
}) {
  const t = useTranslations("ui");
  const [state, setState] = useState<"rest" | "copied" | "refused">("rest");
  const place = useRef<HTMLSpanElement>(null);
  useEffect(() => {
    if (state === "rest") return undefined;
    const timer = setTimeout(() => setState("rest"), 3000);
    return () => clearTimeout(timer);
  }, [state]);
  const onClick = async (event: { currentTarget: HTMLButtonElement }) => {
    const button = event.currentTarget;
    if (!place.current) return;
    const done = await copyText(text, place.current);
    button.focus();
    setState(done ? "copied" : "refused");
  };
  const words = state === "copied" ? t("copied") : state === "refused" ? t("notCopied") : "";
  return (
    <span className="row" ref={place}>
      <Button {...{ size, look, label }} icon={<Icon of={state === "copied" ? Check : Copy} size={size === "small" ? "s" : "m"} />} onClick={onClick}>
        {state === "rest" ? (children ?? t("copy")) : words}
      </Button>
      <span className="vh" role="status">{words}</span>
    </span>
  );
}
