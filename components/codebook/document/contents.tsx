import type { Translator } from "@/components/words/words";
import type { CodebookContent } from "@/lib/codebook/content";
import { isEmptyText } from "@/lib/codebook/rich-text";

/** Where things stand in the codebook. */
export function Contents({ t, content }: { t: Translator<"codebook">; content: CodebookContent }) {
  const parts = [
    ...(isEmptyText(content.introduction) ? [] : [{ id: "introduction", name: t("introduction") }]),
    { id: "framing", name: t("framing") },
    ...(content.rules.length > 0 ? [{ id: "rules", name: t("rules") }] : []),
    ...content.sets.filter((set) => !set.archived).map((set) => ({ id: `set-${set.id}`, name: set.name })),
  ];
  return (
    <nav className="cb-toc no-print" aria-label={t("contents")}>
      <ul>{parts.map(({ id, name }) => <li key={id}><a href={`#${id}`} dir="auto">{name}</a></li>)}</ul>
    </nav>
  );
}
