import { ChevronDown } from "lucide-react";
import { AccountMenu } from "@/components/accounts/account-menu";
import { Masthead } from "@/components/ui/masthead";
import { Menu } from "@/components/ui/menu";
import { may, type Permission, type Role } from "@/lib/projects/permissions";

const SECTIONS: readonly { path: string; label: string; permission: Permission; unless?: readonly Role[] }[] = [
  { path: "articles", label: "Articles", permission: "articles.read", unless: ["annotator"] },
  { path: "assign", label: "Assign", permission: "assignments.manage" },
  { path: "annotate", label: "Annotate", permission: "annotate" },
  { path: "progress", label: "Progress", permission: "progress.read" },
  { path: "stance", label: "Stance", permission: "stance.read" },
  { path: "codebook", label: "Codebook", permission: "codebook.read", unless: ["annotator"] },
  { path: "targets", label: "Targets", permission: "targets.read", unless: ["annotator"] },
  { path: "people", label: "People", permission: "members.read" },
  { path: "settings", label: "Settings", permission: "project.manage" },
];

/** The masthead of a project: its name, the other projects, and the sections that the member's role opens. */
export function ProjectMasthead({ project, others }: { project: { id: string; name: string; role: Role; pseudonym: string }; others: readonly { id: string; name: string }[] }) {
  const nav = SECTIONS.filter((section) => may(project.role, section.permission) && !section.unless?.includes(project.role)).map((section) => ({ href: `/p/${project.id}/${section.path}`, label: section.label }));
  return (
    <Masthead
      project={
        <Menu
          trigger={<><span className="cut">{project.name}</span><ChevronDown size={14} strokeWidth={1.75} aria-hidden /></>}
          items={[...others.map((other) => ({ label: other.name, href: `/p/${other.id}` })), ...(others.length > 0 ? (["rule"] as const) : []), { label: "All projects", href: "/" }]}
        />
      }
      nav={nav}
      tools={
        <AccountMenu
          name={project.pseudonym}
          caption={`${project.pseudonym}, ${project.role}`}
          items={[{ label: "Export spans as CSV", href: `/api/v1/projects/${project.id}/export/spans.csv` }, { label: "Export spans as JSONL", href: `/api/v1/projects/${project.id}/export/spans.jsonl` }, ...["judgements", "answers", "notes"].map((what) => ({ label: `Export ${what} as CSV`, href: `/api/v1/projects/${project.id}/export/${what}.csv` }))]}
        />
      }
    />
  );
}
