import { FramingGlyph } from "@/components/ui/framing-glyph";
import { FRAMINGS } from "@/lib/codebook/framing";
import type { Lesson } from "@/lib/lessons/lesson";
import { requestTranslator } from "@/components/words/request-words";

const lines = (n: number) => Array.from({ length: n }, (_, place) => <div key={place} className="ho-line" />);

/** The lesson on one sheet of paper, for a class or a pupil without a device. */
export async function Worksheet({ lesson }: { lesson: Lesson }) {
  const [t, words] = await Promise.all([requestTranslator("lessonPrint"), requestTranslator("lesson")]);
  const has = (kind: string): boolean => lesson.steps.some((step) => step.kind === kind);
  return (
    <article className="ho-sheet" aria-label={t("worksheet")}>
      <p className="x12">{t("worksheet")}</p>
      <h2>{lesson.event || t("worksheet")}</h2>
      <p className="ho-name">{t("name")} <span className="ho-line" /></p>
      <h3>{words("steps.mark")}</h3>
      {lesson.targets.length > 0 && <p>{t("about", { names: lesson.targets.map(({ name }) => name).join(", ") })}</p>}
      <ul className="ho-kinds">{FRAMINGS.map((framing) => <li key={framing}><FramingGlyph shape={framing} /> {t(`kinds.${framing}`)}</li>)}</ul>
      <table className="ho-table"><thead><tr><th scope="col">{t("where")}</th><th scope="col">{t("words")}</th><th scope="col">{t("kind")}</th><th scope="col">{t("why")}</th></tr></thead><tbody>{Array.from({ length: 8 }, (_, place) => <tr key={place}><td /><td /><td /><td /></tr>)}</tbody></table>
      {has("rewrite") && <section><h3>{words("steps.rewrite")}</h3>{lines(2)}<p>{t("changed")}</p>{lines(2)}</section>}
      {has("exit") && <section><h3>{lesson.exitQuestion || words("steps.exit")}</h3>{lines(3)}</section>}
    </article>
  );
}
