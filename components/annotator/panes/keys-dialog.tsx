"use client";

import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Kbd } from "@/components/ui/kbd";
import { KEY_LIST } from "../keys";

/** The list of keys. */
export function KeysDialog({ open, onClose }: { open: boolean; onClose: () => void }) {
  return (
    <Dialog open={open} onClose={onClose} title="Keys" acts={<Button onClick={onClose}>Close</Button>}>
      <p className="x12">Single keys act only while focus is among the words, in the marking box or on a card.</p>
      <dl className="keys">
        {KEY_LIST.map(({ keys, does }) => <div key={keys + does}><dt><Kbd>{keys}</Kbd></dt><dd>{does}</dd></div>)}
      </dl>
    </Dialog>
  );
}
