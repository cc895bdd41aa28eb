"use client";

import { ChevronDown } from "lucide-react";
import { AccountMenu } from "@/components/accounts/account-menu";
import { Masthead } from "@/components/ui/masthead";
import { Menu } from "@/components/ui/menu";
import { useTranslations } from "use-intl/react";
import { may, type Permission, type Role } from "@/lib/projects/permissions";

const SECTIONS: readonly { path: "articles" | "assign" | "annotate" | "adjudicate" | "progress" | "agreement" | "stance" | "compare" | "codebook" | "targets" | "people" | "settings"; permission: Permission; unless?: readonly Role[] }[] = [
  { path: "articles", permission: "articles.read", unless: ["annotator"] },
  { path: "assign", permission: "assignments.manage" },
  { path: "annotate", permission: "annotate" },
  { path: "adjudicate", permission: "adjudicate" },
  { path: "progress", permission: "progress.read" },
  { path: "agreement", permission: "agreement.read" },
  { path: "stance", permission: "stance.read" },
  { path: "compare", permission: "compare.read" },
  { path: "codebook", permission: "codebook.read", unless: ["annotator"] },
  { path: "targets", permission: "targets.read", unless: ["annotator"] },
  { path: "people", permission: "members.read" },
  { path: "settings", permission: "project.manage" },
];

type Section = (typeof SECTIONS)[number]["path"];
/** What a teacher looks for first in a class with a lesson; the rest stands behind “More”. Figures about newspapers have no place there. */
const LESSON_FIRST = ["lesson", "live", "talk", "points", "after", "people"] as const;
const LESSON_MORE: readonly Section[] = ["articles", "targets", "codebook", "progress", "settings"];

/** The masthead of a project: its name, the other projects, and the sections that the member's role opens; `compares` says whether others' marks may be seen side by side yet, `lesson` what kind of lesson a class has. */
export function ProjectMasthead({ project, others, compares, lesson }: { project: { id: string; name: string; kind: "research" | "class"; role: Role; pseudonym: string }; others: readonly { id: string; name: string }[]; compares: boolean; lesson: "lesson" | "template" | null }) {
  const t = useTranslations("shell");
  const open = SECTIONS.filter((section) => may(project.role, section.permission) && !section.unless?.includes(project.role) && (compares || section.path !== "compare") && !(section.path === "stance" && project.kind === "class" && project.role === "annotator"));
  const way = (path: Section | (typeof LESSON_FIRST)[number]) => ({ href: `/p/${project.id}/${path}`, label: t(`sections.${path}`) });
  const teaches = lesson !== null && project.role === "coordinator";
  const nav = lesson === null ? open.map(({ path }) => way(path)) : teaches ? LESSON_FIRST.filter((path) => path === "lesson" || lesson === "lesson").map(way) : [way("lesson")];
  const more = teaches ? open.filter(({ path }) => LESSON_MORE.includes(path)).map(({ path }) => way(path)) : [];
  return (
    <Masthead
      navLabel={t("project")}
      project={
        <Menu
          trigger={<><span className="cut">{project.name}</span><ChevronDown size={14} strokeWidth={1.75} aria-hidden /></>}
          items={[...others.map((other) => ({ label: other.name, href: `/p/${other.id}` })), ...(others.length > 0 ? (["rule"] as const) : []), { label: t("allProjects"), href: "/" }]}
        />
      }
      nav={nav}
      tools={
        <>{more.length > 0 && <Menu trigger={<>{t("more")}<ChevronDown size={14} strokeWidth={1.75} aria-hidden /></>} items={more} align="end" />}
        <AccountMenu
          name={project.pseudonym}
          caption={t("memberAs", { name: project.pseudonym, role: project.role })}
          items={[
            { label: t("export.spansCsv"), href: `/api/v1/projects/${project.id}/export/spans.csv` },
            { label: t("export.spansJsonl"), href: `/api/v1/projects/${project.id}/export/spans.jsonl` },
            ...(["judgements", "answers", "notes"] as const).map((what) => ({ label: t(`export.${what}`), href: `/api/v1/projects/${project.id}/export/${what}.csv` })),
            { label: t("export.settledCsv"), href: `/api/v1/projects/${project.id}/export/settled.csv` },
            { label: t("export.settledJsonl"), href: `/api/v1/projects/${project.id}/export/settled.jsonl` },
            { label: t("export.decisions"), href: `/api/v1/projects/${project.id}/export/decisions.csv` },
          ]}
        /></>
      }
    />
  );
}
