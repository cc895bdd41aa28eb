"use client";

import { Maximize2 } from "lucide-react";
import { useState } from "react";
import { useTranslations } from "use-intl/react";
import { Button } from "@/components/ui/button";
import { CopyButton } from "@/components/ui/copy-button";
import { Dialog } from "@/components/ui/dialog";
import { Icon } from "@/components/ui/icon";
import { spaced } from "@/lib/projects/codes";
import { Qr } from "./qr";
import { siteOf } from "./site-of";

const linkOf = (site: URL | null, path: string): string => (site ? `${site.origin}${path}` : path);

function BigCode({ code, site }: { code: string; site: URL | null }) {
  const t = useTranslations("people.code");
  return (
    <div className="big-code card">
      <div className="stack s2"><p className="x12">{t("goTo", { host: site?.host ?? "" })}</p><p className="c" data-code>{spaced(code)}</p></div>
      <Qr text={linkOf(site, `/join#${code}`)} label={t("qr")} />
    </div>
  );
}

/** A join code that was just made: large, for the board, and larger for the projector. */
export function FreshCode({ code, publicUrl }: { code: string; publicUrl: string | null }) {
  const t = useTranslations("people.code");
  const acts = useTranslations("acts");
  const [large, setLarge] = useState(false);
  const site = siteOf(publicUrl);
  return (
    <div className="stack s2">
      <BigCode code={code} site={site} />
      <p className="x12">{t("once")}</p>
      <div className="wrap">
        <CopyButton text={spaced(code)}>{t("copy")}</CopyButton>
        <CopyButton text={linkOf(site, `/join#${code}`)}>{t("copyLink")}</CopyButton>
        <Button icon={<Icon of={Maximize2} />} onClick={() => setLarge(true)}>{t("large")}</Button>
      </div>
      <Dialog wide open={large} onClose={() => setLarge(false)} title={t("joinThis")} acts={<Button onClick={() => setLarge(false)}>{acts("close")}</Button>}><BigCode code={code} site={site} /></Dialog>
    </div>
  );
}

/** An invitation that was just made: a link to hand over, or the word that it was mailed. */
export function FreshInvitation({ path, email, publicUrl }: { path: string | null; email: string | null; publicUrl: string | null }) {
  const t = useTranslations("people.invite");
  const code = useTranslations("people.code");
  if (path === null) return <p>{t("mailed", { email: email ?? "" })}</p>;
  const link = linkOf(siteOf(publicUrl), path);
  return (
    <div className="stack s2">
      <p>{t("give", { who: email ?? t("thePerson") })}</p>
      <p className="wrap-any"><b data-invitation>{link}</b></p>
      <div className="wrap"><CopyButton text={link}>{code("copyLink")}</CopyButton></div>
    </div>
  );
}
