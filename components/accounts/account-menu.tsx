"use client";

import { Menu } from "@/components/ui/Menu";
import { useToast } from "@/components/ui/Toast";
import { Who } from "@/components/ui/Who";
import { unwrap } from "@/components/api/client";
import { problemOf, sessionApi } from "./api";

/** Letters of a name: "Ilka Orm" → IO. */
export const lettersOf = (name: string): string => name.split(/\s+/).map((word) => [...word][0] ?? "").slice(0, 2).join("").toUpperCase();

/** The person's own menu: account and signing out. */
export function AccountMenu({ name }: { name: string }) {
  const toast = useToast();
  const signOut = () =>
    void unwrap(sessionApi.session.$delete()).then(
      () => window.location.assign("/sign-in"),
      (error: unknown) => toast({ text: problemOf(error).detail }),
    );
  return <Menu label={`Account of ${name}`} className="btn quiet icon" align="end" trigger={<Who letters={lettersOf(name)} name={name} />} items={[{ caption: name }, { label: "Account", href: "/account" }, { label: "Sign out", onSelect: signOut }]} />;
}
