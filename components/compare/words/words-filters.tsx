import { Button } from "@/components/ui/button";
import { Segmented } from "@/components/ui/segmented";
import { Select } from "@/components/ui/select";
import { requestTranslator } from "@/components/words/request-words";
import { WORD_BASES, WORD_FRAMINGS, WORD_VOICES } from "@/lib/compare/words/report";
import { type WordsAt, wordsPath } from "./links";

/** What is compared, as a plain form: it works without any script, and its address can be sent to somebody. */
export async function WordsFilters({ at, targets }: { at: WordsAt; targets: readonly { id: string; name: string }[] }) {
  const t = await requestTranslator("compareWords.filters");
  const { basis, targetId, framing, voice } = at.choice;
  return (
    <form className="filters" role="search" aria-label={t("label")} action={wordsPath(at)} method="get">
      <Segmented label={t("basis")} name="basis" size="small" options={WORD_BASES.map((value) => ({ value, label: t(value) }))} defaultValue={basis} key={basis} />
      {basis === "spans" && (
        <>
          <Select label={t("target")} hideLabel size="small" name="target" key={`t${targetId}`} defaultValue={targetId ?? ""} options={[{ value: "", label: t("everyTarget") }, ...targets.map(({ id, name }) => ({ value: id, label: name }))]} />
          <Select label={t("framing")} hideLabel size="small" name="framing" key={`f${framing}`} defaultValue={framing} options={WORD_FRAMINGS.map((value) => ({ value, label: t(value) }))} />
          <Select label={t("voice")} hideLabel size="small" name="voice" key={`v${voice}`} defaultValue={voice} options={WORD_VOICES.map((value) => ({ value, label: t(value) }))} />
        </>
      )}
      <Button type="submit" size="small">{t("show")}</Button>
    </form>
  );
}
