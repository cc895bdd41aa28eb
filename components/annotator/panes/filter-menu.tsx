"use client";

import { ChevronDown } from "lucide-react";
import { useTranslations } from "use-intl/react";
import { Icon } from "@/components/ui/icon";
import { Menu } from "@/components/ui/menu";
import { VOICE_CHOICES } from "../marking/voice";
import type { AnnotatorSession } from "../state/session";
import { targetName } from "../state/spoken";
import { useSession } from "../state/use-session";

/** Shows the marks of one voice only, or all again. */
export function VoiceFilter({ session }: { session: AnnotatorSession }) {
  const voice = useSession(session, (state) => state.filter.voice);
  const { voices } = session.questions;
  const t = useTranslations("annotate.bar");
  return (
    <Menu
      trigger={<><span className="cut">{voice === null ? t("allVoices") : voices[voice]}</span><Icon of={ChevronDown} size="s" /></>}
      label={t("voicesShown", { name: voice === null ? t("all") : voices[voice] })}
      className="btn quiet small"
      items={[{ label: t("allVoices"), current: voice === null, onSelect: () => session.show({ voice: null }) }, ...VOICE_CHOICES.map((value) => ({ label: voices[value], current: value === voice, onSelect: () => session.show({ voice: value }) }))]}
    />
  );
}

/** Shows the marks toward one target only, or all again. */
export function TargetFilter({ session }: { session: AnnotatorSession }) {
  const targetId = useSession(session, (state) => state.filter.targetId);
  const { targets } = session.naming;
  const t = useTranslations("annotate.bar");
  return (
    <Menu
      trigger={<><span className="cut">{targetId === null ? t("allTargets") : targetName(session.naming, targetId)}</span><Icon of={ChevronDown} size="s" /></>}
      label={t("targetsShown", { name: targetId === null ? t("all") : targetName(session.naming, targetId) })}
      className="btn quiet small"
      align="end"
      items={[{ label: t("allTargets"), current: targetId === null, onSelect: () => session.show({ targetId: null }) }, ...targets.map(({ id, name }) => ({ label: name, current: id === targetId, onSelect: () => session.show({ targetId: id }) }))]}
    />
  );
}
