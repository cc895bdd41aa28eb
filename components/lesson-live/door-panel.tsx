"use client";

import { Lock, LockOpen, Maximize2 } from "lucide-react";
import { useState } from "react";
import { useTranslations } from "use-intl/react";
import { unwrap } from "@/components/api/client";
import { Qr } from "@/components/people/qr";
import { siteOf } from "@/components/people/site-of";
import { Button } from "@/components/ui/button";
import { CopyButton } from "@/components/ui/copy-button";
import { Dialog } from "@/components/ui/dialog";
import { Icon } from "@/components/ui/icon";
import { doorApi, type Door } from "./api";
import type { Live } from "./use-live";

/** How pupils get in: the code, large on the wall, and whether the door is open. */
export function DoorPanel({ projectId, live, publicUrl, ended }: { projectId: string; live: Live; publicUrl: string | null; ended: boolean }) {
  const t = useTranslations("lessonLive");
  const acts = useTranslations("acts");
  const [large, setLarge] = useState(false);
  const door = live.door.value;
  if (!door) return null;
  const joined = live.board.value?.pupils.length ?? door.joined;
  const turn = (open: boolean) => void live.act(() => unwrap(doorApi.$post({ param: { projectId }, json: { open } })));
  if (door.code === null) {
    return (
      <section className="ll-join">
        <span className="lab">{t("inClass", { n: joined })}</span>
        <p>{t("closed")}</p>
        {!ended && <div className="row"><Button size="small" icon={<Icon of={LockOpen} size="s" />} onClick={() => turn(true)}>{t("openDoor")}</Button></div>}
      </section>
    );
  }
  const site = siteOf(publicUrl);
  if (site === null) return null;
  return (
    <section className="ll-join">
      <span className="lab">{t("join")}</span>
      <div className="ll-code num" data-code>{door.spaced}</div>
      <div className="ll-url">{`${site.host}/join`}</div>
      <div className="row">
        <Button size="small" icon={<Icon of={Maximize2} size="s" />} onClick={() => setLarge(true)}>{t("large")}</Button>
        <Button size="small" look="quiet" icon={<Icon of={Lock} size="s" />} onClick={() => turn(false)}>{t("closeDoor")}</Button>
      </div>
      <Dialog wide open={large} onClose={() => setLarge(false)} title={t("largeTitle")} acts={<><CopyButton text={`${site.origin}${door.path}`}>{t("copyLink")}</CopyButton><Button onClick={() => setLarge(false)}>{acts("close")}</Button></>}>
        <BigDoor door={door} joined={joined} site={site} />
      </Dialog>
    </section>
  );
}

function BigDoor({ door, joined, site }: { door: Door; joined: number; site: URL }) {
  const t = useTranslations("lessonLive");
  return (
    <div className="ll-big">
      <div className="stack s4">
        <p>{t("goTo", { host: `${site.host}/join` })}</p>
        <p className="c num">{door.spaced}</p>
        <p className="muted" role="status">{t("inClass", { n: joined })}</p>
      </div>
      <Qr text={`${site.origin}${door.path}`} label={t("qr")} />
    </div>
  );
}
