import { Clock } from "lucide-react";
import { Icon } from "@/components/ui/icon";
import { Note } from "@/components/ui/note";
import { requestTranslator } from "@/components/words/request-words";

type Due = { readonly projectId: string; readonly name: string; readonly days: number };

/** On the pages of a class: the day is near, or past, until which its teacher wanted to keep it. */
export async function RetentionBanner({ projectId, days }: Omit<Due, "name">) {
  const t = await requestTranslator("lessonRemind");
  return (
    <aside className="banner" aria-label={t("about")}>
      <Icon of={Clock} size="s" />
      <span>{t(days < 0 ? "past" : "near", { n: Math.abs(days) })} <a href={`/p/${projectId}/after`}>{t("open")}</a></span>
    </aside>
  );
}

/** The same for all classes of a teacher, with their names. */
export async function RetentionNotes({ classes }: { classes: readonly Due[] }) {
  const t = await requestTranslator("lessonRemind");
  return (
    <div className="la-notes">
      {classes.map(({ projectId, name, days }) => (
        <Note key={projectId} icon={<Icon of={Clock} size="s" />}><b>{name}: </b>{t(days < 0 ? "past" : "near", { n: Math.abs(days) })} <a href={`/p/${projectId}/after`}>{t("open")}</a></Note>
      ))}
    </div>
  );
}
