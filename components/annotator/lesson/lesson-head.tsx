import { ArrowLeft } from "lucide-react";
import { useTranslations } from "use-intl/react";
import { Button } from "@/components/ui/button";
import { Icon } from "@/components/ui/icon";
import { PressGroup } from "../press-group";
import type { Target } from "../types";

/** The way back, one line of help, and about whom one marks. What could not be marked takes the place of the help. */
export function LessonHead({ projectId, help, notice, targets, targetId, onTarget }: { projectId: string; help: string; notice: string | null; targets: readonly Target[]; targetId: string | null; onTarget: (id: string) => void }) {
  const t = useTranslations("lessonMark");
  return (
    <div className="lm-head">
      <Button look="quiet" href={`/p/${projectId}/lesson`} icon={<Icon of={ArrowLeft} />}>{t("back")}</Button>
      <h1 className="lm-help">{notice ?? help}</h1>
      {targets.length > 1 && <div className="lm-about"><span className="lab" aria-hidden="true">{t("about")}</span><PressGroup label={t("about")} options={targets.map(({ id, name }) => ({ value: id, label: name }))} value={targetId} onChange={(id) => id !== null && onTarget(id)} /></div>}
      {targets.length === 1 && <p className="lm-about"><span className="lab">{t("about")}</span> <b><bdi>{targets[0]!.name}</bdi></b></p>}
    </div>
  );
}
