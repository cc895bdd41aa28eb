"use client";

import { useTranslations } from "use-intl/react";
import { Skeleton } from "@/components/ui/skeleton";

export default function ComparisonLoading() {
  const t = useTranslations("ui");
  return <div className="page wide"><Skeleton label={t("loading")} rows={12} /></div>;
}
