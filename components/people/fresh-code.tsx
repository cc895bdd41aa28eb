"use client";

import { Maximize2 } from "lucide-react";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { CopyButton } from "@/components/ui/copy-button";
import { Dialog } from "@/components/ui/dialog";
import { Icon } from "@/components/ui/icon";
import { spaced } from "@/lib/projects/codes";
import { Qr } from "./qr";

const LOOPBACK = /^(localhost|127\.|\[::1\])/;

/** Under what address others reach us: not the one of this machine's own loopback, if the program knows a better one. */
function siteOf(publicUrl: string | null): URL | null {
  if (typeof window === "undefined") return null;
  const here = new URL(window.location.origin);
  return publicUrl !== null && LOOPBACK.test(here.hostname) ? new URL(publicUrl) : here;
}
const linkOf = (site: URL | null, path: string): string => (site ? `${site.origin}${path}` : path);

function BigCode({ code, site }: { code: string; site: URL | null }) {
  return (
    <div className="big-code card">
      <div className="stack s2"><p className="x12">Go to {site?.host}/join and type</p><p className="c" data-code>{spaced(code)}</p></div>
      <Qr text={linkOf(site, `/join#${code}`)} label="The same as a QR code" />
    </div>
  );
}

/** A join code that was just made: large, for the board, and larger for the projector. */
export function FreshCode({ code, publicUrl }: { code: string; publicUrl: string | null }) {
  const [large, setLarge] = useState(false);
  const site = siteOf(publicUrl);
  return (
    <div className="stack s2">
      <BigCode code={code} site={site} />
      <p className="x12">The code is shown this once; only a digest of it is kept.</p>
      <div className="wrap">
        <CopyButton text={spaced(code)}>Copy the code</CopyButton>
        <CopyButton text={linkOf(site, `/join#${code}`)}>Copy the link</CopyButton>
        <Button icon={<Icon of={Maximize2} />} onClick={() => setLarge(true)}>Show it large</Button>
      </div>
      <Dialog wide open={large} onClose={() => setLarge(false)} title="Join this project" acts={<Button onClick={() => setLarge(false)}>Close</Button>}><BigCode code={code} site={site} /></Dialog>
    </div>
  );
}

/** An invitation that was just made: a link to hand over, or the word that it was mailed. */
export function FreshInvitation({ path, email, publicUrl }: { path: string | null; email: string | null; publicUrl: string | null }) {
  if (path === null) return <p>The invitation is on its way to {email}.</p>;
  const link = linkOf(siteOf(publicUrl), path);
  return (
    <div className="stack s2">
      <p>Give this link to {email ?? "the person"}. It works once and is shown this once.</p>
      <p className="wrap-any"><b data-invitation>{link}</b></p>
      <div className="wrap"><CopyButton text={link}>Copy the link</CopyButton></div>
    </div>
  );
}
