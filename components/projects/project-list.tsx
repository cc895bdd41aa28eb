import Link from "next/link";
import { Tag } from "@/components/ui/tag";
import type { Role } from "@/lib/projects/permissions";

/** One project of the list. */
export type ProjectLine = { id: string; name: string; description: string; kind: "research" | "class"; role: Role; pseudonym: string; isSample: boolean; revealed: boolean };

/** The projects one takes part in. */
export function ProjectList({ projects }: { projects: readonly ProjectLine[] }) {
  return (
    <ul className="projects">
      {projects.map((project) => (
        <li key={project.id}>
          <div className="wrap">
            <Link className="t20" href={`/p/${project.id}`}>{project.name}</Link>
            <Tag>{project.kind === "class" ? "class" : "study"}</Tag>
            {project.isSample && <Tag>sample, invented</Tag>}
            {project.revealed && <Tag>revealed</Tag>}
          </div>
          {project.description !== "" && <p className="muted wrap-any">{project.description}</p>}
          <p className="x12">You are {project.role === "coordinator" || project.role === "reviewer" ? project.role : `${project.role}, as ${project.pseudonym}`}.</p>
        </li>
      ))}
    </ul>
  );
}
