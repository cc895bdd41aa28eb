"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "use-intl/react";
import { Segmented } from "@/components/ui/segmented";
import { Select } from "@/components/ui/select";
import { writeAffectedQuery } from "./query";
import type { AffectedQuery } from "./types";

/** Which marks are listed; the choice stands in the address. */
export function AffectedFilters({ base, query, versions }: { base: string; query: AffectedQuery; versions: readonly number[] }) {
  const router = useRouter();
  const t = useTranslations("codebook.affected");
  const codebook = useTranslations("codebook");
  const go = (change: Partial<AffectedQuery>) => router.push(`${base}${writeAffectedQuery({ ...query, after: undefined, ...change })}`);
  return (
    <div className="cb-filters" role="group" aria-label={t("which")}>
      <Segmented label={t("state")} size="small" value={query.state} onChange={(state) => go({ state })} options={[{ value: "open", label: t("open") }, { value: "settled", label: t("settled") }]} />
      <Select
        label={codebook("versionLabel")} hideLabel size="small" value={query.version === undefined ? "" : String(query.version)}
        onChange={(event) => go({ version: event.target.value === "" ? undefined : Number(event.target.value) })}
        options={[{ value: "", label: t("anyVersion") }, ...versions.map((number) => ({ value: String(number), label: t("touched", { n: number }) }))]}
      />
    </div>
  );
}
