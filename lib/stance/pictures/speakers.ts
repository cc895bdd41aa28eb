import { defined, undefinedFor } from "@/lib/kernel/quantity";
import { type FramingCounts, meanSign, spansIn, sumCounts } from "../counts";
import { SIGN_SCALE } from "../estimate";
import type { Observation } from "../sums";
import { byName, type LeftOut, type Named, type Picture } from "./picture";
import { grouped, meanOfWorks, type PictureMean, workValues } from "./work-values";

/** What one coder marked of one speaker's words in one article. */
export type Quoted = FramingCounts & Pick<Observation, "groupId" | "workId" | "articleId" | "coderId"> & { /** Null: quoted without a name. */ readonly speakerId: string | null; readonly speaker: string | null };

/** Somebody who is quoted: in how many works, with which marks, and how their words lean. */
export type Speaker = {
  readonly id: string | null;
  readonly name: string | null;
  readonly works: number;
  readonly counts: FramingCounts;
  /** Mean over the works that quote them, of the coders who marked them there. */
  readonly lean: PictureMean;
};
/** One outlet: those it quotes most, all others together, and quotations whose speaker nobody named. */
export type SpeakersRow = Named & { readonly works: number; readonly top: readonly Speaker[]; readonly rest: (Speaker & { readonly people: number }) | null; readonly unnamed: Speaker | null };
export type SpeakersPicture = LeftOut & { readonly rows: readonly SpeakersRow[] };

/** How many speakers of an outlet stand by themselves. */
export const TOP_SPEAKERS = 5;

/**
 * Who each outlet quotes on the target: by how many works quote them, then by marks, then by name. How often is told in
 * works, since two coders of one quotation are two marks. Outlets by name.
 */
export function speakersPicture(quotes: readonly Quoted[], outlets: readonly Named[], top = TOP_SPEAKERS): Picture<SpeakersPicture> {
  const rows = outlets.flatMap(({ id, name }): SpeakersRow[] => {
    const mine = quotes.filter((one) => one.groupId === id);
    if (mine.length === 0) return [];
    const people = grouped(mine.filter((one) => one.speakerId !== null), (one) => one.speakerId);
    const named = [...people.values()].map(speakerOf).sort((a, b) => b.works - a.works || spansIn(b.counts) - spansIn(a.counts) || (a.name ?? "").localeCompare(b.name ?? "", "en"));
    const others = new Set(named.slice(top).map((one) => one.id));
    const rest = mine.filter((one) => others.has(one.speakerId));
    const unnamed = mine.filter((one) => one.speakerId === null);
    return [{
      id, name, works: new Set(mine.map((one) => one.workId)).size, top: named.slice(0, top),
      rest: rest.length === 0 ? null : { ...speakerOf(rest), id: null, name: null, people: others.size }, unnamed: unnamed.length === 0 ? null : speakerOf(unnamed),
    }];
  });
  const unknownWorks = new Set(quotes.filter((one) => one.groupId === null).map((one) => one.workId)).size;
  if (rows.length === 0) return undefinedFor(unknownWorks > 0 ? "unknown_outlets" : "no_quotes");
  return defined({ rows: byName(rows), unknownWorks });
}

function speakerOf(quotes: readonly Quoted[]): Speaker {
  const perCoder = grouped(quotes, (one) => `${one.articleId} ${one.coderId}`);
  const observations = [...perCoder.values()].flatMap((ofCoder): Observation[] => {
    const [first, counts] = [ofCoder[0], sumCounts(ofCoder)];
    return first === undefined ? [] : [{ groupId: first.groupId, targetId: "", workId: first.workId, articleId: first.articleId, coderId: first.coderId, value: meanSign(counts) ?? 0, spans: spansIn(counts) }];
  });
  const works = workValues(observations);
  return { id: quotes[0]?.speakerId ?? null, name: quotes[0]?.speaker ?? null, works: works.length, counts: sumCounts(quotes), lean: meanOfWorks(works, SIGN_SCALE) };
}
