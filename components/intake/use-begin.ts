"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { useTranslations } from "use-intl/react";
import { ApiProblem, type Problem } from "@/components/api/client";
import { useToast } from "@/components/ui/toast";
import { newId } from "@/lib/kernel/id";
import type { ImportSource } from "./import-types";
import { createImport } from "./imports-api";
import { isHidden, type NamedFile } from "./named-files";
import { startSending } from "./sending";

/** What an import begins with. */
export type Beginning = { source: ImportSource; name: string } & ({ files: readonly NamedFile[] } | { addresses: readonly string[] });

/** Begins an import, sends its files in the background, and goes to its page. */
export function useBegin(projectId: string) {
  const router = useRouter();
  const toast = useToast();
  const t = useTranslations("intake");
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);

  const begin = async (wish: Beginning): Promise<boolean> => {
    setBusy(true);
    setProblem(null);
    const { source, name } = wish;
    const files = "files" in wish ? wish.files.map((one) => ({ ...one, id: newId(), received: 0 })) : [];
    try {
      const made = await createImport(projectId, {
        source, name: name.slice(0, 200),
        ...("files" in wish ? { files: files.map((one) => ({ id: one.id, name: one.name, mediaType: one.file.type, bytes: one.file.size, ...(one.url === undefined ? {} : { url: one.url }) })) } : { addresses: [...wish.addresses] }),
      });
      if (files.length > 0) startSending(projectId, made.id, files);
      router.push(`/p/${projectId}/articles/imports/${made.id}`);
      return true;
    } catch (error) {
      if (!(error instanceof ApiProblem)) throw error;
      setProblem(error.problem);
      setBusy(false);
      return false;
    }
  };

  /** Files that were dropped or chosen; those that only the machine knows of are left out, and that is said. */
  const beginFiles = (all: readonly NamedFile[]): void => {
    const files = all.filter((one) => !isHidden(one));
    const [first] = files;
    if (all.length > files.length) toast({ text: t("hiddenLeftOut", { n: all.length - files.length }) });
    if (first) void begin({ source: "files", name: files.length === 1 ? first.name : t("andMore", { first: first.name, n: files.length - 1 }), files });
  };

  return { begin, beginFiles, busy, problem };
}
