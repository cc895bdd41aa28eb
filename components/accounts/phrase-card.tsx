"use client";

import { Printer } from "lucide-react";
import { useTranslations } from "use-intl/react";
import { Button } from "@/components/ui/button";
import { CopyButton } from "@/components/ui/copy-button";
import { Icon } from "@/components/ui/icon";

/** A return phrase, shown this once: large, to write down, copy or print. */
export function PhraseCard({ phrase, pseudonym }: { phrase: string; pseudonym: string }) {
  const t = useTranslations("phrase");
  return (
    <div className="card phrase">
      <p className="x12">{t("of", { name: pseudonym })}</p>
      <p className="t30 wrap-any" data-phrase>{phrase}</p>
      <p className="x12">{t("once")}</p>
      <div className="wrap">
        <CopyButton text={phrase}>{t("copy")}</CopyButton>
        <Button icon={<Icon of={Printer} />} onClick={() => window.print()}>{t("print")}</Button>
      </div>
    </div>
  );
}
