import { accountOf } from "@/lib/accounts/server/account";
import { signedIn } from "@/lib/accounts/server/page-actor";
import { listSessions } from "@/lib/accounts/server/sessions";
import { listTokens } from "@/lib/accounts/server/tokens";
import { env } from "@/lib/platform/env";
import { ledAlone } from "@/lib/projects/server/erase";
import { AccountFrame } from "@/components/accounts/account-frame";
import { MinePanel } from "@/components/accounts/mine-panel";
import { NameForm, PasswordForm } from "@/components/accounts/password-form";
import { SessionsPanel } from "@/components/accounts/sessions-panel";
import { TokensPanel } from "@/components/accounts/tokens-panel";
import { LanBanner } from "@/components/projects/lan-banner";
import { PageHead } from "@/components/ui/page-head";
import { AreaWords } from "@/components/words/area-words";
import { pageTitle } from "@/components/words/page-title";
import { requestTranslator } from "@/components/words/request-words";

export const generateMetadata = pageTitle("account");

export default async function AccountPage() {
  const actor = await signedIn("/account");
  const t = await requestTranslator();
  const [account, sessions, tokens, led] = await Promise.all([accountOf(actor), listSessions(actor), listTokens(actor), ledAlone(actor)]);
  const name = account.name ?? account.login ?? t("shell.you");
  const pupil = account.kind === "pupil";
  const facts = [account.login && t("account.signsInAs", { login: account.login }), account.email].filter(Boolean).join(" · ");
  return (
    <AreaWords of={["account"]}><AccountFrame userId={actor.userId} name={name} banner={env().SLANTWISE_LAN === "1" && <LanBanner />}>
      <PageHead title={name} facts={facts === "" ? undefined : facts} sub={pupil ? t("account.pupil") : undefined} />
      {!pupil && <section className="sect"><h2>{t("account.name.title")}</h2><div className="narrow-form"><NameForm name={account.name ?? ""} version={account.version} /></div></section>}
      {account.hasPassword && <section className="sect"><h2>{t("account.passphrase.title")}</h2><div className="narrow-form"><PasswordForm /></div></section>}
      <section className="sect"><h2>{t("account.sessions.title")}</h2><SessionsPanel sessions={sessions.map((one) => ({ id: one.id, current: one.current, startedAt: one.startedAt.toISOString(), lastSeenAt: one.lastSeenAt.toISOString() }))} /></section>
      {!pupil && <section className="sect"><h2>{t("account.tokens.title")}</h2><TokensPanel tokens={tokens.map((one) => ({ id: one.id, name: one.name, createdAt: one.createdAt.toISOString(), lastUsedAt: one.lastUsedAt?.toISOString() ?? null, expiresAt: one.expiresAt.toISOString() }))} /></section>}
      <section className="sect"><h2>{t("account.mine.title")}</h2><MinePanel led={led} /></section>
    </AccountFrame></AreaWords>
  );
}
