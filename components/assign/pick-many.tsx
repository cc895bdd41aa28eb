"use client";

import { Checkbox } from "@/components/ui/checkbox";

/** Some of a list, by ticking. */
export function PickMany({ label, items, chosen, onChange }: { label: string; items: readonly { id: string; name: string; hint?: string }[]; chosen: readonly string[]; onChange: (ids: readonly string[]) => void }) {
  const toggle = (id: string) => onChange(chosen.includes(id) ? chosen.filter((other) => other !== id) : [...chosen, id]);
  return (
    <ul className="pick-list" aria-label={label}>
      {items.map((item) => (
        <li key={item.id}><Checkbox label={<span dir="auto">{item.name}</span>} hint={item.hint} checked={chosen.includes(item.id)} onChange={() => toggle(item.id)} /></li>
      ))}
    </ul>
  );
}
