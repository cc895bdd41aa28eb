import type { CodebookContent } from "@/lib/codebook/content";
import { call, type Answer } from "./call";
import type { TestMember } from "./world";

/** Drafts, saves and publishes what `change` makes of the current codebook. */
export async function publishChange(lead: TestMember, change: (content: CodebookContent) => CodebookContent, meaning: string[] = []): Promise<Answer> {
  const path = `/projects/${lead.projectId}/codebook`;
  const draft = await call(lead, "POST", `${path}/draft`);
  if (draft.status !== 201) throw new Error(draft.text);
  const saved = await call(lead, "PUT", `${path}/draft`, { version: draft.body["version"], content: change(draft.body["content"]) });
  if (saved.status !== 200) throw new Error(saved.text);
  return call(lead, "POST", `${path}/publish`, { version: saved.body["version"], meaning, note: "" });
}
