"use client";

import { Flag, PencilLine } from "lucide-react";
import { useTranslations } from "use-intl/react";
import { Button } from "@/components/ui/button";
import { Icon } from "@/components/ui/icon";
import { Segmented } from "@/components/ui/segmented";
import { ChangeEntry, MeaningTag } from "../compare/change-entry";
import type { ChangeGroup } from "../compare/group-changes";
import { type Answers, meaningOf, restIsWording, unanswered } from "./answers";

/** Every change since the published version, each with the question what it does to the marks made so far. */
export function ChangeList({ groups, affected, answers, onAnswers }: { groups: readonly ChangeGroup[]; affected: Readonly<Record<string, number>>; answers: Answers; onAnswers: (answers: Answers) => void }) {
  const [t, compare] = [useTranslations("codebook.publish"), useTranslations("codebook")];
  const open = unanswered(groups, answers);
  return (
    <section aria-labelledby="changes-h" className="cb-publish">
      <div className="sect-h"><h3 id="changes-h">{t("count", { n: groups.length })}</h3>{open > 1 && <span className="push"><Button size="small" onClick={() => onAnswers(restIsWording(groups, answers))}>{t("rest")}</Button></span>}</div>
      <ul className="cb-changes" tabIndex={0} aria-label={compare("changes")}>
        {groups.map((group) => (
          <ChangeEntry
            t={compare} key={group.labelId} group={group}
            end={
              <>
                {group.mayChangeMeaning && <span className="x12 num">{t("marks", { n: affected[group.labelId] ?? 0 })}</span>}
                {group.mayChangeMeaning && !group.alwaysMeaning ? (
                  <Segmented
                    size="small" label={t("does", { name: group.name })}
                    value={(() => { const said = meaningOf(group, answers); return said === null ? null : said ? "meaning" : "wording"; })()}
                    onChange={(value) => onAnswers({ ...answers, [group.labelId]: value === "meaning" })}
                    options={[{ value: "wording", label: <><Icon of={PencilLine} size="s" />{compare("compare.wording")}</> }, { value: "meaning", label: <><Icon of={Flag} size="s" />{compare("compare.meaning")}</> }]}
                  />
                ) : <MeaningTag t={compare} meaning={group.alwaysMeaning} />}
              </>
            }
          />
        ))}
      </ul>
    </section>
  );
}
