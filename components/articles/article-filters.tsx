"use client";

import { Search } from "lucide-react";
import { useRouter } from "next/navigation";
import { useEffect, useRef, useState, useTransition } from "react";
import { Button } from "@/components/ui/button";
import { Icon } from "@/components/ui/icon";
import { Select } from "@/components/ui/select";
import { TextInput } from "@/components/ui/text-input";
import { isFiltered, UNKNOWN, writeQuery, type ArticleQuery } from "@/lib/articles/filters";
import { GENRE_NAMES, GENRES } from "@/lib/articles/provenance";
import { PROGRESS_NAMES } from "./progress-dots";

type Named = { id: string; name: string };
const any = (label: string) => ({ value: "", label });

/** The filters of the list; they stand in the address, so that a list can be linked to. */
export function ArticleFilterBar({ path, query, outlets, seesAll, seesState, searches }: { path: string; query: ArticleQuery; outlets: readonly Named[]; seesAll: boolean; seesState: boolean; searches: boolean }) {
  const router = useRouter();
  const [pending, start] = useTransition();
  const [search, setSearch] = useState(query.q ?? "");
  const box = useRef<HTMLInputElement>(null);
  const go = (change: Partial<ArticleQuery>) => start(() => router.push(`${path}${writeQuery({ ...query, q: search.trim(), after: undefined, before: undefined, ...change })}`));

  useEffect(() => {
    const focus = (event: KeyboardEvent) => {
      const within = event.target instanceof HTMLElement && event.target.closest("input, textarea, select, dialog, [contenteditable]");
      if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey || within) return;
      event.preventDefault();
      box.current?.focus();
    };
    document.addEventListener("keydown", focus);
    return () => document.removeEventListener("keydown", focus);
  }, []);

  const outletOptions = (label: string) => [any(label), ...outlets.map(({ id, name }) => ({ value: id, label: name })), { value: UNKNOWN, label: "Unknown" }];
  return (
    <form className="filters" role="search" aria-label="Articles" aria-busy={pending} onSubmit={(event) => { event.preventDefault(); go({}); }}>
      {searches && <TextInput ref={box} label="Search headlines" hideLabel size="small" type="search" placeholder="Search headlines" maxLength={200} before={<Icon of={Search} size="s" />} after={<kbd>/</kbd>} value={search} onChange={(event) => setSearch(event.target.value)} />}
      {seesAll && <Select label="Outlet" hideLabel size="small" value={query.outletId ?? ""} onChange={(event) => go({ outletId: event.target.value })} options={outletOptions("Any outlet")} />}
      {seesAll && <Select label="Publisher" hideLabel size="small" value={query.publisherId ?? ""} onChange={(event) => go({ publisherId: event.target.value })} options={outletOptions("Any publisher")} />}
      <Select label="Genre" hideLabel size="small" value={query.genre ?? ""} onChange={(event) => go({ genre: GENRES.find((genre) => genre === event.target.value) })} options={[any("Any genre"), ...GENRES.map((value) => ({ value, label: GENRE_NAMES[value] }))]} />
      <Select
        label="State" hideLabel size="small" value={query.state ?? ""}
        onChange={(event) => go({ state: [...PROGRESS_NAMES.map((item) => item.value), "archived" as const].find((state) => state === event.target.value) })}
        options={[any("Any state"), ...(seesState ? PROGRESS_NAMES : PROGRESS_NAMES.filter((item) => !seesAll && item.value !== "not_assigned")), { value: "archived", label: "Archived" }]}
      />
      {seesAll && <Select label="Copies" hideLabel size="small" value={query.onePerWork ? "one" : ""} onChange={(event) => go({ onePerWork: event.target.value === "one" })} options={[any("Every copy"), { value: "one", label: "One per work" }]} />}
      <span className="push wrap">
        {isFiltered(query) && <Button look="quiet" size="small" href={`${path}${writeQuery({ order: query.order })}`} onClick={() => setSearch("")}>Clear filters</Button>}
        <Select label="Order" hideLabel size="small" value={query.order} onChange={(event) => go({ order: event.target.value === "newest" ? "newest" : "oldest" })} options={[{ value: "oldest", label: "Oldest first" }, { value: "newest", label: "Newest first" }]} />
      </span>
    </form>
  );
}
