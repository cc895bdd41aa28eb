"use client";

import { useState } from "react";
import { useTranslations } from "use-intl/react";
import { ApiProblem, unwrap } from "@/components/api/client";
import { startAfresh } from "@/components/accounts/start-afresh";
import { Alert } from "@/components/ui/alert";
import { Button } from "@/components/ui/button";
import { ltiApi } from "./api";

/** Asks a teacher whether this account and the one on the platform are to be linked. */
export function LinkAccount({ platform, name }: { platform: string; name: string }) {
  const t = useTranslations("lti.teacher.link");
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const link = async () => {
    setBusy(true);
    try {
      await unwrap(ltiApi.lti.link.$post({ json: {} }));
      startAfresh("/lti/teacher");
    } catch (error) {
      if (!(error instanceof ApiProblem)) throw error;
      setProblem(error.problem.detail);
      setBusy(false);
    }
  };
  return (
    <>
      <h1>{t("title", { platform })}</h1>
      <p className="x15">{t("why", { platform, name })}</p>
      {problem && <Alert>{problem}</Alert>}
      <p><Button look="primary" size="large" busy={busy} onClick={() => void link()}>{t(busy ? "acting" : "act")}</Button></p>
    </>
  );
}
