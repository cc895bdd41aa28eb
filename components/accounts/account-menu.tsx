"use client";

import { Menu, type MenuEntry } from "@/components/ui/menu";
import { useToast } from "@/components/ui/toast";
import { Who } from "@/components/ui/who";
import { unwrap } from "@/components/api/client";
import { problemOf, sessionApi } from "./api";
import { startAfresh } from "./start-afresh";

/** Letters of a name: "Ilka Orm" → IO. */
export const lettersOf = (name: string): string => name.split(/\s+/).map((word) => /[\p{L}\p{N}]/u.exec(word)?.[0] ?? "").slice(0, 2).join("").toUpperCase();

/** The person's own menu: account, what a page adds, and signing out. */
export function AccountMenu({ name, caption = name, items = [] }: { name: string; caption?: string | undefined; items?: readonly MenuEntry[] | undefined }) {
  const toast = useToast();
  const signOut = () =>
    void unwrap(sessionApi.session.$delete()).then(
      () => startAfresh("/sign-in"),
      (error: unknown) => toast({ text: problemOf(error).detail }),
    );
  return <Menu label={`Account of ${name}`} className="btn quiet icon" align="end" trigger={<Who letters={lettersOf(name)} name={name} />} items={[{ caption }, { label: "Account", href: "/account" }, ...items, "rule", { label: "Sign out", onSelect: signOut }]} />;
}
