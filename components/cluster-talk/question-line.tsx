import { useTranslations } from "use-intl/react";
import { MarkdownView } from "@/components/rich-text/markdown-view";
import type { AskedLine } from "./api";

/** One question to the annotators with what each of them answered. */
export function QuestionLine({ question, named }: { question: AskedLine; named: boolean }) {
  const t = useTranslations("clusterTalk");
  const discussion = useTranslations("discussion");
  const { at, by, text, asked, showsPeers } = question;
  return (
    <div className="asked-line">
      <p className="x11"><strong>{t("asked")}</strong> {t("askedBy", { who: by ?? discussion("somebody"), when: `${at.slice(0, 16).replace("T", " ")} UTC` })}</p>
      <MarkdownView text={text} />
      <p className="x11">{t("askedN", { n: asked.length, answered: asked.filter((one) => one.answers.length > 0).length })}{showsPeers && ` ${t("withPeers")}`}</p>
      <ul className="plain">
        {asked.map(({ assignmentId, letter, name, answers }) => (
          <li key={assignmentId}>
            <p className="x11"><strong dir="auto">{t("answerOf", { who: (named ? name : null) ?? letter })}</strong>{answers.length === 0 && ` ${t("noAnswer")}`}</p>
            {answers.map((one) => <MarkdownView key={one.id} text={one.text} />)}
          </li>
        ))}
      </ul>
    </div>
  );
}
