"use client";

import type { ReactNode } from "react";
import { useTranslations } from "use-intl/react";
import { Button } from "@/components/ui/button";

/** Opens the browser's own print. */
export function PrintButton({ icon }: { icon: ReactNode }) {
  const t = useTranslations("codebook");
  return <Button size="small" icon={icon} onClick={() => window.print()}>{t("print")}</Button>;
}
