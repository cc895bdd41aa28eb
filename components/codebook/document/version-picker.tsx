"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "use-intl/react";
import { Select } from "@/components/ui/select";

/** Which version is shown. The choice stands in the address. */
export function VersionPicker({ base, versions, shownId }: { base: string; versions: readonly { id: string; number: number }[]; shownId: string }) {
  const router = useRouter();
  const t = useTranslations("codebook");
  return (
    <Select
      label={t("versionLabel")} hideLabel size="small" value={shownId}
      options={versions.map(({ id, number }, index) => ({ value: id, label: t(index === 0 ? "versionInUse" : "version", { n: number }) }))}
      onChange={(event) => router.push(event.target.value === versions[0]?.id ? base : `${base}?version=${event.target.value}`)}
    />
  );
}
