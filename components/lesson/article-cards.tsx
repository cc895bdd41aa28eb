import { Check, Circle, Pencil } from "lucide-react";
import type { MyArticle } from "@/lib/lessons/server/my-lesson";
import { Button } from "@/components/ui/button";
import { Icon } from "@/components/ui/icon";
import { requestTranslator } from "@/components/words/request-words";

type Look = "work" | "late" | "done";
const ICON = { assigned: Circle, in_progress: Pencil, returned: Pencil, submitted: Check } as const;

/** One's own articles: how many marks stand in each, whether it is handed in, and the way to it. In the step that is theirs the next one to do is the first choice. */
export async function ArticleCards({ projectId, articles, look }: { projectId: string; articles: readonly Omit<MyArticle, "blocks">[]; look: Look }) {
  const [t, words] = await Promise.all([requestTranslator("lesson"), requestTranslator("pupil")]);
  const next = articles.find(({ state }) => state !== "submitted");
  return (
    <ol className="pl-cards" aria-label={t("articles")}>
      {articles.map((one) => {
        const handedIn = one.state === "submitted";
        const act = handedIn ? words("read") : t("openArticle");
        return (
          <li key={one.assignmentId}>
            <h2>{one.title}</h2>
            <p className="x12"><Icon of={ICON[one.state]} size="s" />{handedIn ? words("marksIn", { n: one.marks }) : t("marks", { n: one.marks })}</p>
            <Button href={`/p/${projectId}/annotate/${one.assignmentId}`} look={look === "work" && one === next ? "primary" : "plain"} size="large" label={`${act}: ${one.title}`}>{act}</Button>
          </li>
        );
      })}
    </ol>
  );
}
