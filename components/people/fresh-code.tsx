"use client";

import { Maximize2 } from "lucide-react";
import { useState } from "react";
import { Button } from "@/components/ui/Button";
import { CopyButton } from "@/components/ui/CopyButton";
import { Dialog } from "@/components/ui/Dialog";
import { Icon } from "@/components/ui/Icon";
import { spaced } from "@/lib/projects/codes";
import { Qr } from "./qr";

const linkOf = (path: string): string => (typeof window === "undefined" ? path : `${window.location.origin}${path}`);

function BigCode({ code, host }: { code: string; host: string }) {
  return (
    <div className="big-code card">
      <div className="stack s2"><p className="x12">Go to {host} and type</p><p className="c" data-code>{spaced(code)}</p></div>
      <Qr text={linkOf(`/join#${code}`)} label="The same as a QR code" />
    </div>
  );
}

/** A join code that was just made: large, for the board, and larger for the projector. */
export function FreshCode({ code }: { code: string }) {
  const [large, setLarge] = useState(false);
  const host = typeof window === "undefined" ? "" : `${window.location.host}/join`;
  return (
    <div className="stack s2">
      <BigCode code={code} host={host} />
      <p className="x12">The code is shown this once; only a digest of it is kept.</p>
      <div className="wrap">
        <CopyButton text={spaced(code)}>Copy the code</CopyButton>
        <CopyButton text={linkOf(`/join#${code}`)}>Copy the link</CopyButton>
        <Button icon={<Icon of={Maximize2} />} onClick={() => setLarge(true)}>Show it large</Button>
      </div>
      <Dialog wide open={large} onClose={() => setLarge(false)} title="Join this project" acts={<Button onClick={() => setLarge(false)}>Close</Button>}><BigCode code={code} host={host} /></Dialog>
    </div>
  );
}

/** An invitation that was just made: a link to hand over, or the word that it was mailed. */
export function FreshInvitation({ path, email }: { path: string | null; email: string | null }) {
  if (path === null) return <p>The invitation is on its way to {email}.</p>;
  const link = linkOf(path);
  return (
    <div className="stack s2">
      <p>Give this link to {email ?? "the person"}. It works once and is shown this once.</p>
      <p className="wrap-any"><b data-invitation>{link}</b></p>
      <div className="wrap"><CopyButton text={link}>Copy the link</CopyButton></div>
    </div>
  );
}
