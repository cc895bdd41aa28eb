"use client";

import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Kbd } from "@/components/ui/kbd";
import { keyList, labelKeys } from "../keys";
import type { Codebook } from "../labels/codebook";

/** The list of keys. */
export function KeysDialog({ codebook, open, onClose }: { codebook: Codebook; open: boolean; onClose: () => void }) {
  return (
    <Dialog open={open} onClose={onClose} title="Keys" acts={<Button onClick={onClose}>Close</Button>}>
      <p className="x12">Single keys act only while focus is among the words, in the marking box or on a card.</p>
      <dl className="keys">
        {[...keyList(codebook), ...labelKeys(codebook)].map(({ keys, does }) => <div key={keys + does}><dt><Kbd>{keys}</Kbd></dt><dd>{does}</dd></div>)}
      </dl>
    </Dialog>
  );
}
