"use client";

import { Search } from "lucide-react";
import { useRouter } from "next/navigation";
import { useEffect, useRef, useState, useTransition } from "react";
import { useTranslations } from "use-intl/react";
import { Button } from "@/components/ui/button";
import { Icon } from "@/components/ui/icon";
import { Select } from "@/components/ui/select";
import { TextInput } from "@/components/ui/text-input";
import { isFiltered, UNKNOWN, usualOrder, writeQuery, type ArticleQuery } from "@/lib/articles/filters";
import { GENRES } from "@/lib/articles/provenance";
import { MoreFilters } from "./more-filters";
import { PROGRESS } from "./progress-dots";

type Named = { id: string; name: string };
const ORDERS = ["best", "oldest", "newest"] as const;
const any = (label: string) => ({ value: "", label });

/** The filters of the list; they stand in the address, so that a list can be linked to. */
export function ArticleFilterBar({ path, query, outlets, targets, sets, seesAll, seesState, searches }: { path: string; query: ArticleQuery; outlets: readonly Named[]; targets: readonly Named[]; sets: readonly Named[]; seesAll: boolean; seesState: boolean; searches: boolean }) {
  const router = useRouter();
  const t = useTranslations("articles.filters");
  const [list, names] = [useTranslations("articles"), useTranslations("names.genres")];
  const [pending, start] = useTransition();
  const [search, setSearch] = useState(query.q ?? "");
  const box = useRef<HTMLInputElement>(null);
  const go = (change: Partial<ArticleQuery>) => start(() => router.push(`${path}${writeQuery({ ...query, q: search.trim(), order: search.trim() === (query.q ?? "") ? query.order : usualOrder({ q: search.trim() }), after: undefined, before: undefined, ...change })}`));

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

  const states = seesState ? PROGRESS : PROGRESS.filter((state) => !seesAll && state !== "not_assigned");
  const outletOptions = (label: string) => [any(label), ...outlets.map(({ id, name }) => ({ value: id, label: name })), { value: UNKNOWN, label: t("unknown") }];
  return (
    <form className="filters" role="search" aria-label={list("title")} aria-busy={pending} onSubmit={(event) => { event.preventDefault(); go({}); }}>
      {/* With several fields a browser sends a form by Enter only where it has a button. */}
      <button type="submit" hidden />
      {searches && <TextInput ref={box} label={t("search")} hideLabel size="small" type="search" placeholder={t("search")} title={t("searchHint")} maxLength={200} before={<Icon of={Search} size="s" />} after={<kbd>/</kbd>} value={search} onChange={(event) => setSearch(event.target.value)} />}
      {seesAll && <Select label={t("outlet")} hideLabel size="small" value={query.outletId ?? ""} onChange={(event) => go({ outletId: event.target.value })} options={outletOptions(t("anyOutlet"))} />}
      <Select label={t("genre")} hideLabel size="small" value={query.genre ?? ""} onChange={(event) => go({ genre: GENRES.find((genre) => genre === event.target.value) })} options={[any(t("anyGenre")), ...GENRES.map((value) => ({ value, label: names(value) }))]} />
      <Select
        label={t("state")} hideLabel size="small" value={query.state ?? ""}
        onChange={(event) => go({ state: [...PROGRESS, "archived" as const].find((state) => state === event.target.value) })}
        options={[any(t("anyState")), ...states.map((value) => ({ value, label: list(`progress.${value}`) })), { value: "archived", label: t("archived") }]}
      />
      {seesAll && <Select label={t("copies")} hideLabel size="small" value={query.onePerWork ? "one" : ""} onChange={(event) => go({ onePerWork: event.target.value === "one" })} options={[any(t("everyCopy")), { value: "one", label: t("onePerWork") }]} />}
      <MoreFilters {...{ query, targets, sets, go }} publishers={seesAll ? outletOptions(t("anyPublisher")) : null} seesSets={seesAll} />
      <span className="push wrap">
        {isFiltered(query) && <Button look="quiet" size="small" href={`${path}${writeQuery({ order: query.order })}`} onClick={() => setSearch("")}>{list("clear")}</Button>}
        <Select label={t("order")} hideLabel size="small" value={query.order} onChange={(event) => go({ order: ORDERS.find((order) => order === event.target.value) ?? query.order })} options={[...(query.q ? [{ value: "best", label: t("best") }] : []), { value: "oldest", label: t("oldest") }, { value: "newest", label: t("newest") }]} />
      </span>
    </form>
  );
}
