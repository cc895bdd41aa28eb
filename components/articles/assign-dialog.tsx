"use client";

import Link from "next/link";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { useTranslations } from "use-intl/react";
import { Alert } from "@/components/ui/alert";
import { Button } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/checkbox";
import { Choice } from "@/components/ui/choice";
import { Dialog } from "@/components/ui/dialog";
import { Note } from "@/components/ui/note";
import { useToast } from "@/components/ui/toast";
import { unwrap, type Problem } from "@/components/api/client";
import type { Role } from "@/lib/projects/permissions";
import { assignmentsApi, problemOf } from "./api";

/** Somebody whom articles can be assigned to. */
export type Assignable = { id: string; pseudonym: string; role: string; open: number; submitted: number };

/** Who gets which articles. What is assigned already stays as it is. */
export function AssignDialog({ projectId, open, onClose, onDone, articleIds, all, members }: {
  projectId: string;
  open: boolean;
  onClose: () => void;
  /** It is done. */
  onDone?: (() => void) | undefined;
  /** The chosen articles; none means that all are meant. */
  articleIds: readonly string[];
  /** How many articles there are in all, as words; left out where only the chosen ones can be meant. */
  all?: string | undefined;
  members: readonly Assignable[];
}) {
  const router = useRouter();
  const toast = useToast();
  const t = useTranslations("articles.assigning");
  const [acts, roles] = [useTranslations("acts"), useTranslations("names.rolesInside")];
  const [which, setWhich] = useState<"chosen" | "all">("chosen");
  const [who, setWho] = useState<"everyone" | "some">("everyone");
  const [some, setSome] = useState<ReadonlySet<string>>(new Set());
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const annotators = members.filter((member) => member.role === "annotator").length;
  const everything = articleIds.length === 0 || which === "all";
  const nobody = who === "everyone" ? annotators === 0 : some.size === 0;

  const assign = async () => {
    setBusy(true);
    setProblem(null);
    try {
      const json = {
        ...(everything ? { all: true as const } : { articleIds: [...articleIds] }),
        ...(who === "everyone" ? { everyone: true as const } : { memberIds: [...some] }),
      };
      const done = await unwrap(assignmentsApi.projects[":projectId"].assignments.$post({ param: { projectId }, json }));
      const made = done.created + done.restored;
      toast({ text: made === 0 ? t("already") : done.kept > 0 ? t("addedKept", { n: made, kept: done.kept }) : t("added", { n: made }) });
      onClose();
      onDone?.();
      router.refresh();
    } catch (error) {
      setProblem(problemOf(error));
    } finally {
      setBusy(false);
    }
  };
  const has = ({ role, open, submitted }: Assignable): string => (role === "annotator" ? t("has", { open, submitted }) : t("hasAs", { role: roles(role as Role), open, submitted }));
  const toggle = (id: string) => setSome((before) => new Set(before.has(id) ? [...before].filter((other) => other !== id) : [...before, id]));

  return (
    <Dialog
      open={open}
      onClose={onClose}
      title={everything ? t("title", { articles: all ?? t("all") }) : t("chosenTitle", { n: articleIds.length })}
      acts={<><Button look="quiet" onClick={onClose}>{acts("cancel")}</Button><Button look="primary" busy={busy} disabled={nobody} onClick={assign}>{busy ? t("acting") : t("act")}</Button></>}
    >
      {problem && <Alert>{problem.detail}</Alert>}
      {articleIds.length > 0 && all !== undefined && (
        <Choice legend={t("which")} columns={2} value={which} onChange={setWhich} options={[{ value: "chosen", label: t("chosen", { n: articleIds.length }) }, { value: "all", label: t("allOf", { articles: all }) }]} />
      )}
      <Choice
        legend={t("toWhom")}
        value={who}
        onChange={setWho}
        options={[
          { value: "everyone", label: t("everyone"), detail: annotators === 0 ? t("nobody") : t("each", { n: annotators }) },
          { value: "some", label: t("some"), detail: t("someDetail") },
        ]}
      />
      {who === "some" && (
        <ul className="pick-list" aria-label={t("people")}>
          {members.map((member) => (
            <li key={member.id}>
              <Checkbox label={member.pseudonym} hint={has(member)} checked={some.has(member.id)} onChange={() => toggle(member.id)} />
            </li>
          ))}
        </ul>
      )}
      {articleIds.length <= 200 && <p className="x12">{t.rich("others", { link: (words) => <Link className="link" href={`/p/${projectId}/assign${articleIds.length > 0 ? `?articles=${articleIds.join(",")}` : ""}`}>{words}</Link> })}</p>}
      <Note>{t("note")}</Note>
    </Dialog>
  );
}
