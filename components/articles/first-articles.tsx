"use client";

import { Check, Circle } from "lucide-react";
import { useRouter } from "next/navigation";
import { Button } from "@/components/ui/button";
import { Icon } from "@/components/ui/icon";
import { FileDrop } from "./file-drop";
import { carry } from "./intake-files";

/** A project without articles: what is missing, and what else has to stand before annotators can start. */
export function FirstArticles({ projectId, targets, annotators }: { projectId: string; targets: number; annotators: number }) {
  const router = useRouter();
  const at = `/p/${projectId}`;
  const steps = [
    { done: true, name: "Codebook", words: "Built-in framing, version 1" },
    { done: false, name: "Articles", words: "at least one" },
    { done: targets > 0, name: "Targets", words: targets > 0 ? `${targets} ${targets === 1 ? "target" : "targets"}` : "who and what the words can be about", act: "Add targets", href: `${at}/targets` },
    { done: annotators > 1, name: "Annotators", words: annotators > 1 ? `${annotators} people` : "two at least, or nothing can be compared", act: "Invite", href: `${at}/people` },
  ];
  return (
    <div className="empty">
      <h1>No articles yet</h1>
      <p className="lead">Everything else here grows out of articles: marks, agreement, and in the end how each outlet frames each target.</p>
      <FileDrop primary onFiles={(files) => { carry(files); router.push(`${at}/articles/new`); }} />
      <div className="alt"><span className="muted">or</span><Button href={`${at}/articles/new`}>Paste one article</Button></div>
      <div className="th"><h2>Before annotators can start</h2><span className="x11">{`${steps.filter((step) => step.done).length} of ${steps.length} done`}</span></div>
      <ul className="todo">
        {steps.map((step) => (
          <li key={step.name} className={step.done ? "done" : undefined}>
            <Icon of={step.done ? Check : Circle} label={step.done ? "Done" : "To do"} />
            <span className="t">{step.name}</span>
            <span className={step.done ? undefined : "muted"}>{step.words}</span>
            {step.href && !step.done ? <Button size="small" href={step.href}>{step.act}</Button> : <span />}
          </li>
        ))}
      </ul>
    </div>
  );
}
