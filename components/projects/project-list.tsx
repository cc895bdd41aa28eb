import Link from "next/link";
import { Tag } from "@/components/ui/tag";
import { requestTranslator } from "@/components/words/request-words";
import type { Role } from "@/lib/projects/permissions";

/** One project of the list. */
export type ProjectLine = { id: string; name: string; description: string; kind: "research" | "class"; role: Role; pseudonym: string; isSample: boolean; isTemplate: boolean; revealed: boolean };

/** The projects one takes part in. */
export async function ProjectList({ projects }: { projects: readonly ProjectLine[] }) {
  const t = await requestTranslator("projects");
  return (
    <ul className="projects">
      {projects.map((project) => (
        <li key={project.id}>
          <div className="wrap">
            <Link className="t20" href={`/p/${project.id}`}>{project.name}</Link>
            <Tag>{t(project.isTemplate ? "template" : `kinds.${project.kind}`)}</Tag>
            {project.isSample && <Tag>{t("sample")}</Tag>}
            {project.revealed && <Tag>{t("revealed")}</Tag>}
          </div>
          {project.description !== "" && <p className="muted wrap-any">{project.description}</p>}
          <p className="x12">{t("youAre", { role: project.role, name: project.pseudonym })}</p>
        </li>
      ))}
    </ul>
  );
}
