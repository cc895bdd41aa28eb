"use client";

import { useState } from "react";
import { useTranslations } from "use-intl/react";
import { Button } from "@/components/ui/button";
import { CodeInput } from "./code-input";
import { startAfresh } from "./start-afresh";

/** Takes a class code to the join page. The code goes after the #, where no log sees it. */
export function JoinBox() {
  const t = useTranslations("front.joinClass");
  const [code, setCode] = useState<[string, string]>(["", ""]);
  const whole = code.join("").length === 10;
  return (
    <form
      aria-labelledby="join-title"
      onSubmit={(event) => {
        event.preventDefault();
        if (whole) startAfresh(`/join#${code.join("")}`);
      }}
    >
      <h1 id="join-title">{t("title")}</h1>
      <p className="muted">{t("lead")}</p>
      <CodeInput value={code} onChange={setCode} />
      <Button type="submit" className="go" disabled={!whole}>{t("act")}</Button>
    </form>
  );
}
