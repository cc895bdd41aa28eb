import { notFound } from "next/navigation";
import { allowed, type MemberActor } from "@/lib/accounts/server/actor";
import { pageMember } from "@/lib/accounts/server/page-actor";
import { seesFigures, seesPeers } from "@/lib/annotations/server/visible";
import { AppError } from "@/lib/kernel/errors";
import { projectOf } from "@/lib/projects/server/projects";
import { DEFAULT_STANCE } from "@/lib/stance/choice";
import type { Asked } from "@/lib/stance/choice-address";
import { readCard, readCardBody } from "@/lib/stance/server/read-card";
import { readDifference } from "@/lib/stance/server/read-difference";
import { readStance } from "@/lib/stance/server/stance";
import type { Stance } from "@/lib/stance/report";
import { AboutPane } from "@/components/stance/about-pane";
import { Difference } from "@/components/stance/card-against";
import { CardPane, NoCard } from "@/components/stance/card-pane";
import { BeforeReveal, NothingSubmitted, NoTargets } from "@/components/stance/empty";
import { Keep } from "@/components/stance/keep";
import type { StancePlace } from "@/components/stance/links";
import { placeFrom, type Read } from "@/components/stance/place";
import { type Say, say as words } from "@/components/stance/say";
import { StanceScreen, TARGETS } from "@/components/stance/stance-screen";
import { pageTitle } from "@/components/words/page-title";

export const generateMetadata = pageTitle("stance");
type Props = { params: Promise<{ projectId: string }>; searchParams: Promise<Asked> };

export default async function StancePage({ params, searchParams }: Props) {
  const [{ projectId }, asked, say] = [await params, await searchParams, await words()];
  const member = await pageMember(projectId, `/p/${projectId}/stance`);
  if (!seesPeers(member)) return <BeforeReveal projectId={projectId} never={(await projectOf(member)).reveal === "never"} />;
  if (!seesFigures(member)) notFound();
  // Not in parts: without a script a part that comes later is never put in its place.
  return <Figures member={member} read={placeFrom(asked)} say={say} />;
}

/** What of the project a choice names that it does not have, in place of the figure: the usual one stands instead. */
async function figureOf(member: MemberActor, read: Read, say: Say): Promise<{ stance: Stance; bad: string | null }> {
  const bad = read.bad === null ? null : say.t("bad.reason", { field: read.bad.field, message: read.bad.message });
  try {
    return { stance: await readStance(member, read.choice), bad };
  } catch (error) {
    if (!(error instanceof AppError) || error.status >= 500) throw error;
    const field = /^\/(\w+)/u.exec(error.message)?.[1] ?? "target";
    return { stance: await readStance(member, DEFAULT_STANCE), bad: say.t("bad.known", { field }) };
  }
}

/** The targets to ask for where those of the focus do not do: there are none, or the table is to be of another one. Null where they do. */
function targetsFor(stance: Stance, on: string | null): string[] | null {
  const shown = stance.targets.map((target) => target.id);
  if (shown.length === 0) return stance.filters.targets.length === 0 ? null : stance.filters.targets.slice(0, TARGETS).map((target) => target.id);
  return on === null || shown.includes(on) || !stance.filters.targets.some((target) => target.id === on) ? null : [...shown, on];
}

async function Figures({ member, read, say }: { member: MemberActor; read: Read; say: Say }) {
  const { projectId, role } = member;
  const { stance: usual, bad } = await figureOf(member, read, say);
  const wanted = targetsFor(usual, read.on);
  const stance = wanted === null ? usual : await readStance(member, { ...usual.choice, targetIds: wanted });
  const target = stance.targets.find((one) => one.id === read.on) ?? stance.targets[0];
  if (target === undefined) return <NoTargets projectId={projectId} role={role} />;
  if (stance.filters.articlesRead === 0) return <NothingSubmitted projectId={projectId} role={role} />;
  const place: StancePlace = { projectId, choice: stance.choice, targetId: target.id, whose: read.whose, from: read.from };
  return <StanceScreen say={say} place={place} stance={stance} bad={bad} pane={<Pane {...{ member, say, place, stance }} other={read.other} />} />;
}

type PaneProps = { member: MemberActor; say: Say; place: StancePlace; stance: Stance; other: string | null };

async function Pane({ member, say, place, stance, other }: PaneProps) {
  const { choice, targetId, whose } = place;
  const mayKeep = allowed(member, "stance.keep");
  const name = stance.targets.find((one) => one.id === targetId)?.name ?? "";
  if (whose === null) return <AboutPane say={say} place={place} table={stance} keep={mayKeep ? <Keep say={say} place={place} cell={null} suggested={say.t("about.keepDefault", { date: say.moment(stance.at) })} /> : null} />;
  const rest = readCard(member, choice, whose, targetId);
  // It is waited for further down; until then its failure is nobody's.
  rest.catch(() => undefined);
  const card = await readCardBody(member, choice, whose, targetId).catch(gone);
  if (card === null) return <NoCard say={say} place={place} />;
  const second = stance.outlets.find((outlet) => outlet.id === other);
  const found = second === undefined || whose.groupId === undefined ? null : await readDifference(member, choice, targetId, { first: whose.groupId, second: second.id }).catch(gone);
  const against = found === null || second === undefined ? null : <Difference say={say} found={found} names={{ first: card.whose.name, second: second.name }} />;
  const keep = mayKeep ? <Keep say={say} place={place} cell={{ ...whose, targetId }} suggested={say.t("whoseOn", { whose: card.whose.name, target: name })} /> : null;
  return <CardPane {...{ say, place, card, rest, against, keep }} outlets={stance.outlets} workTitles={stance.workTitles} />;
}

/** What is not there, or not under this choice, is null; what went wrong goes on. */
function gone(error: unknown): null {
  if (error instanceof AppError && error.status < 500) return null;
  throw error;
}
