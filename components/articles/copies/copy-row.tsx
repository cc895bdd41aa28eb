"use client";

import Link from "next/link";
import type { ReactNode } from "react";
import { useTranslations } from "use-intl/react";
import { Button } from "@/components/ui/button";
import { useDates } from "@/components/words/use-dates";
import { Origin } from "../article-table";

/** What is shown of a copy; shares from 0 to 1. */
export type ShownCopy = { id: string; title: string; outlet: string | null; publisher: string | null; publishedOn: string | null; archived: boolean; jaccard: number; containment: number };

/** One copy: what it is, how much it shares, why it is here, and a way to compare. */
export function CopyRow({ copy, says, href, compare, act }: { copy: ShownCopy; says: string | null; href: string; compare: string; act?: ReactNode }) {
  const t = useTranslations("copies");
  const { date } = useDates();
  const share = t("share", { share: Math.round(copy.jaccard * 100), part: Math.round(copy.containment * 100) });
  const about = [date(copy.publishedOn), copy.archived ? t("archived") : "", says ?? "", share].filter((word) => word !== "");
  return (
    <li>
      <Link className="serif wrap-any" dir="auto" href={href}>{copy.title}</Link>
      <Origin outlet={copy.outlet} publisher={copy.publisher} />
      <div className="x12">{about.join(" · ")}</div>
      <div className="row"><Button size="small" look="quiet" href={compare} label={t("compareWith", { title: copy.title })}>{t("compare")}</Button>{act}</div>
    </li>
  );
}
