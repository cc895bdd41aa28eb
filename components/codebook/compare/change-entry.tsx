import { Flag, PencilLine } from "lucide-react";
import type { ReactNode } from "react";
import { Icon } from "@/components/ui/icon";
import { Tag } from "@/components/ui/tag";
import type { Translator } from "@/components/words/words";
import { changeCaption } from "../words";
import { DiffText } from "./diff-text";
import type { ChangeGroup } from "./group-changes";

/** Whether a change is one of meaning, in words and with a sign. */
export function MeaningTag({ t, meaning }: { t: Translator<"codebook">; meaning: boolean }) {
  return meaning ? <Tag look="ink" icon={<Icon of={Flag} size="s" />}>{t("compare.meaning")}</Tag> : <Tag icon={<Icon of={PencilLine} size="s" />}>{t("compare.wording")}</Tag>;
}

/** What changed of one thing. `end` stands beside its name: a tag, or the question what it means. */
export function ChangeEntry({ t, group, end, level = 3 }: { t: Translator<"codebook">; group: ChangeGroup; end?: ReactNode; level?: 2 | 3 | undefined }) {
  const Heading = `h${level}` as const;
  return (
    <li className="cb-change">
      <div className="cb-change-h">
        <Heading dir="auto">{group.name}</Heading>
        {group.place !== "" && <span className="x12">{group.place}</span>}
        <span className="push">{end}</span>
      </div>
      {group.changes.map((change, index) => (
        <div className="cb-change-b" key={index}>
          <span className="x11">{changeCaption(t, change)}</span>
          {change.before !== change.after && <DiffText t={t} before={change.before} after={change.after} />}
        </div>
      ))}
    </li>
  );
}
