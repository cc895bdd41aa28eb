"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { useTranslations } from "use-intl/react";
import { unwrap } from "@/components/api/client";
import { Button } from "@/components/ui/button";
import { Choice } from "@/components/ui/choice";
import { Note } from "@/components/ui/note";
import { Select } from "@/components/ui/select";
import { useToast } from "@/components/ui/toast";
import type { Erased } from "@/lib/lessons/server/erase";
import { afterApi } from "./api";
import { Found } from "./found";
import { NamedAct } from "./named-act";

type Pupil = { memberId: string; pseudonym: string };
type Props = { projectId: string; name: string; nameless: boolean; pupils: readonly Pupil[] };

/** What a teacher does with a class when it is over: forget the names, erase a pupil, erase the class. */
export function AfterActs({ projectId, name, nameless, pupils }: Props) {
  const t = useTranslations("lessonAfter");
  const router = useRouter();
  const toast = useToast();
  const [keepText, setKeepText] = useState<"keep" | "blank">("keep");
  const [pupil, setPupil] = useState("");
  const [done, setDone] = useState<{ who: string; done: Erased } | null>(null);
  const [classGone, setClassGone] = useState<Erased | null>(null);
  const chosen = pupils.find(({ memberId }) => memberId === pupil);
  const param = { projectId };
  if (classGone) return <section className="sect la"><Found who={name} done={classGone} /><div><Button href="/" look="primary">{t("home")}</Button></div></section>;
  return (
    <>
      <section className="sect la">
        <h2>{t("archive.title")}</h2>
        <p>{t("archive.why")}</p>
        {nameless ? <Note>{t("archive.done")}</Note> : (
          <>
            <Choice<"keep" | "blank"> legend={t("archive.text")} columns={2} value={keepText} onChange={setKeepText} options={(["keep", "blank"] as const).map((value) => ({ value, label: t(`archive.${value}`), detail: t(`archive.${value}Detail`) }))} />
            <div>
              <NamedAct name={name} label={t("archive.act")} title={t("archive.ask")} say={t("archive.say", { n: pupils.length })} act={async (confirm) => {
                await unwrap(afterApi.archive.$post({ param, json: { confirm, keepText: keepText === "keep" } }));
                toast({ text: t("archive.toast") });
                router.refresh();
              }} />
            </div>
          </>
        )}
      </section>
      <section className="sect la">
        <h2>{t("pupil.title")}</h2>
        <p>{t("pupil.why")}</p>
        {done && <Found {...done} />}
        {pupils.length === 0 ? <p className="muted">{t("pupil.none")}</p> : (
          <div className="la-row">
            <Select label={t("pupil.who")} value={pupil} onChange={(event) => setPupil(event.target.value)} options={[{ value: "", label: t("pupil.choose") }, ...pupils.map((one) => ({ value: one.memberId, label: one.pseudonym }))]} />
            <NamedAct name={chosen?.pseudonym ?? ""} disabled={!chosen} label={t("pupil.act")} title={t("pupil.ask", { name: chosen?.pseudonym ?? "" })} say={t("pupil.say")} act={async (confirm) => {
              const erased = await unwrap(afterApi.pupils[":memberId"].$delete({ param: { projectId, memberId: pupil }, json: { confirm } }));
              setDone({ who: chosen?.pseudonym ?? "", done: erased });
              setPupil("");
              router.refresh();
            }} />
          </div>
        )}
      </section>
      <section className="sect la">
        <h2>{t("class.title")}</h2>
        <p>{t("class.why")}</p>
        <div>
          <NamedAct name={name} label={t("class.act")} title={t("class.ask", { name })} say={t("class.say", { n: pupils.length })} act={async (confirm) => setClassGone(await unwrap(afterApi.class.$delete({ param, json: { confirm } })))} />
        </div>
      </section>
    </>
  );
}
