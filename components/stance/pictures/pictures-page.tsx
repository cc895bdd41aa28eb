import Link from "next/link";
import { Button } from "@/components/ui/button";
import { PageHead } from "@/components/ui/page-head";
import { Select } from "@/components/ui/select";
import { choiceParams } from "@/lib/stance/choice-address";
import type { AnyPicture } from "@/lib/stance/pictures/any";
import { PICTURES } from "@/lib/stance/pictures/picture";
import { choiceParts } from "./choice-line";
import { type PicturePlace, picturesHref, resetHref, stanceHref } from "./links";
import { PictureSection } from "./picture-section";
import type { Say } from "./say";

type Props = { say: Say; place: PicturePlace; targets: readonly { readonly id: string; readonly name: string }[]; pictures: readonly AnyPicture[]; mayHide: boolean };

/** The further pictures of one target: an index, what is chosen, and a section for each. */
export function PicturesPage({ say, place, targets, pictures, mayHide }: Props) {
  const { t } = say;
  const target = targets.find((one) => one.id === place.targetId)?.name ?? "";
  const parts = choiceParts(place.choice, say);
  return (
    <div className="page pictures">
      <PageHead title={t("page.title", { target })} acts={<Button size="small" href={stanceHref(place)}>{t("page.back")}</Button>} sub={t("page.sub")} />
      <p className="x12"><b>{t("page.choice")}:</b> {parts.length === 0 ? t("page.usual") : <>{parts.join(" · ")} · <Link className="link" prefetch={false} href={resetHref(place)}>{t("page.reset")}</Link></>}</p>
      <TargetForm {...{ say, place, targets, mayHide }} />
      <nav className="index" aria-label={t("page.index")}>
        {place.picture === null ? PICTURES.map((name) => <a key={name} href={`#${name}`}>{t(`title.${name}`)}</a>) : (
          <>
            <Link prefetch={false} href={picturesHref(place)}>{t("page.all")}</Link>
            {PICTURES.map((name) => <Link key={name} prefetch={false} href={picturesHref(place, name)} {...(name === place.picture ? { "aria-current": "page" as const } : {})}>{t(`title.${name}`)}</Link>)}
          </>
        )}
      </nav>
      {pictures.map((one) => <PictureSection key={one.name} say={say} place={place} of={one} target={target} />)}
    </div>
  );
}

/** Which target, and letters or names, as a plain form that keeps the rest of the address. */
function TargetForm({ say: { t }, place, targets, mayHide }: Pick<Props, "say" | "place" | "targets" | "mayHide">) {
  return (
    <form className="wrap" action={`/p/${place.projectId}/stance/pictures`} method="get">
      {Object.entries(choiceParams(place.choice)).map(([name, value]) => <input key={name} type="hidden" name={name} value={value} />)}
      {place.picture !== null && <input type="hidden" name="picture" value={place.picture} />}
      <Select label={t("page.target")} size="small" name="toward" key={place.targetId} defaultValue={place.targetId} options={targets.map(({ id, name }) => ({ value: id, label: name }))} />
      {mayHide && <Select label={t("page.names")} size="small" name="names" key={String(place.hideNames)} defaultValue={place.hideNames ? "hidden" : "shown"} options={[{ value: "shown", label: t("page.shownNames") }, { value: "hidden", label: t("page.hiddenNames") }]} />}
      <Button type="submit" size="small">{t("page.show")}</Button>
    </form>
  );
}
