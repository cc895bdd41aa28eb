import type { Whose } from "@/lib/stance/report";
import { KeepFigure } from "./keep-figure";
import type { StancePlace } from "./links";
import type { Say } from "./say";

/** Keeping what is shown: the table of the choice, or one card. */
export function Keep({ say: { t }, place, cell, suggested }: { say: Say; place: StancePlace; cell: (Whose & { readonly targetId: string }) | null; suggested: string }) {
  const words = { title: t("about.keep"), why: t("about.keepWhy"), name: t("about.keepName"), keep: t("about.keep"), keeping: t("about.keeping"), kept: t("about.keptAs"), failed: t("about.keepFailed") };
  return <KeepFigure key={suggested} projectId={place.projectId} choice={place.choice} cell={cell} suggested={suggested.slice(0, 200)} words={words} />;
}
