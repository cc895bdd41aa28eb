import { Printer } from "lucide-react";
import { Button } from "@/components/ui/button";
import { CopyButton } from "@/components/ui/copy-button";
import { Icon } from "@/components/ui/icon";

/** A return phrase, shown this once: large, to write down, copy or print. */
export function PhraseCard({ phrase, pseudonym }: { phrase: string; pseudonym: string }) {
  return (
    <div className="card phrase">
      <p className="x12">{pseudonym} comes back with</p>
      <p className="t30 wrap-any" data-phrase>{phrase}</p>
      <p className="x12">These four words stand in for a password. They are shown this once.</p>
      <div className="wrap">
        <CopyButton text={phrase}>Copy the words</CopyButton>
        <Button icon={<Icon of={Printer} />} onClick={() => window.print()}>Print</Button>
      </div>
    </div>
  );
}
