import "@/components/accounts/accounts.css";
import type { ReactNode } from "react";
import { Masthead } from "@/components/ui/masthead";
import { AccountMenu } from "./account-menu";

/** The frame of the pages outside any project. */
export function AccountFrame({ name, children, banner }: { name: string; children: ReactNode; banner?: ReactNode }) {
  return (
    <div className="app">
      <a className="skip btn" href="#main">Skip to the page</a>
      {banner}
      <Masthead navLabel="You" nav={[{ href: "/", label: "Projects" }, { href: "/account", label: "Account" }]} tools={<AccountMenu name={name} />} />
      <main id="main" className="screen page" tabIndex={-1}>{children}</main>
    </div>
  );
}
