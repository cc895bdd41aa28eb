"use client";

import { ArrowLeftRight } from "lucide-react";
import { useRouter } from "next/navigation";
import { useTranslations } from "use-intl/react";
import { Button } from "@/components/ui/button";
import { Icon } from "@/components/ui/icon";
import { Select } from "@/components/ui/select";
import { useDates } from "@/components/words/use-dates";

type Choice = { id: string; number: number; publishedAt: string | null };

/** Which two versions are laid side by side. The choice stands in the address. */
export function ComparePicker({ base, versions, from, to }: { base: string; versions: readonly Choice[]; from: string; to: string }) {
  const router = useRouter();
  const t = useTranslations("codebook");
  const { day } = useDates();
  const go = (left: string, right: string) => router.push(`${base}?${new URLSearchParams({ from: left, to: right }).toString()}`);
  const options = versions.map(({ id, number, publishedAt }) => ({ value: id, label: publishedAt === null ? t("version", { n: number }) : t("compare.versionOn", { n: number, day: day(publishedAt) }) }));
  return (
    <div className="cb-compare">
      <Select label={t("compare.from")} value={from} options={options} onChange={(event) => go(event.target.value, to)} />
      <Button look="quiet" label={t("compare.swap")} icon={<Icon of={ArrowLeftRight} />} onClick={() => go(to, from)} />
      <Select label={t("compare.to")} value={to} options={options} onChange={(event) => go(from, event.target.value)} />
    </div>
  );
}
