"use client";

import { ArrowLeftRight } from "lucide-react";
import { useRouter } from "next/navigation";
import { day } from "@/components/accounts/dates";
import { Button } from "@/components/ui/button";
import { Icon } from "@/components/ui/icon";
import { Select } from "@/components/ui/select";

type Choice = { id: string; number: number; publishedAt: string | null };

/** Which two versions are laid side by side. The choice stands in the address. */
export function ComparePicker({ base, versions, from, to }: { base: string; versions: readonly Choice[]; from: string; to: string }) {
  const router = useRouter();
  const go = (left: string, right: string) => router.push(`${base}?${new URLSearchParams({ from: left, to: right }).toString()}`);
  const options = versions.map(({ id, number, publishedAt }) => ({ value: id, label: `Version ${number}${publishedAt === null ? "" : `, ${day(publishedAt)}`}` }));
  return (
    <div className="cb-compare">
      <Select label="From" value={from} options={options} onChange={(event) => go(event.target.value, to)} />
      <Button look="quiet" label="Swap the two" icon={<Icon of={ArrowLeftRight} />} onClick={() => go(to, from)} />
      <Select label="To" value={to} options={options} onChange={(event) => go(from, event.target.value)} />
    </div>
  );
}
