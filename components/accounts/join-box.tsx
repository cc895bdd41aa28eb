"use client";

import { useState } from "react";
import { useTranslations } from "use-intl/react";
import { Button } from "@/components/ui/button";
import { CodeInput, halves } from "./code-input";
import { startAfresh } from "./start-afresh";

/** Signs that no code has; whoever reads one off a board means another. */
const NONE = /[O0I1]/u;
const toJoin = (code: string): void => startAfresh(`/join#${code}`);

/** Takes a class code to the join page. The code goes after the #, where no log sees it. `typed` is one that opened nothing, to be looked at again. */
export function JoinBox({ typed = "", onCode = toJoin }: { typed?: string; onCode?: (code: string) => void }) {
  const t = useTranslations("front.joinClass");
  const [code, setCode] = useState<[string, string]>(halves(typed));
  const whole = code.join("").length === 10;
  const misread = NONE.test(code.join(""));
  return (
    <form
      aria-labelledby="join-title"
      onSubmit={(event) => {
        event.preventDefault();
        if (whole) onCode(code.join(""));
      }}
    >
      <h1 id="join-title">{t("title")}</h1>
      <p className="muted">{t("lead")}</p>
      <CodeInput value={code} onChange={setCode} />
      <p className="x12 misread" role="status">{misread && t("misread")}</p>
      <Button type="submit" className="go" disabled={!whole}>{t("act")}</Button>
    </form>
  );
}
