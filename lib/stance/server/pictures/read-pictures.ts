import "server-only";
import type { MemberActor } from "@/lib/accounts/server/actor";
import { seesFigures } from "@/lib/annotations/server/visible";
import { currentCodebook } from "@/lib/codebook/server/cached";
import { notFound } from "@/lib/kernel/errors";
import { undefinedFor } from "@/lib/kernel/quantity";
import type { StanceChoice } from "../../choice";
import type { AnyPicture, PictureData } from "../../pictures/any";
import { residualsPicture } from "../../pictures/annotators";
import { countsPicture } from "../../pictures/counts";
import { genrePicture } from "../../pictures/genre";
import { labelsPicture } from "../../pictures/labels";
import { mastheadPicture } from "../../pictures/masthead";
import type { Picture, PictureName } from "../../pictures/picture";
import { speakersPicture } from "../../pictures/speakers";
import { timePicture } from "../../pictures/time";
import { voicePicture } from "../../pictures/voice";
import { scaleOf } from "../../pictures/work-values";
import { adjusted, severityOf } from "../../severity";
import type { Observation } from "../../sums";
import { readObservations } from "../observations";
import { readStanceTable } from "../stance";
import { annotatorsOf, outletsNamed, splitsOf } from "./around";
import { readCarried, readQuotes } from "./marks";

/** What pictures are read for: one target under a choice; `hideNames`: letters in place of annotators' names. */
export type Asked = { readonly choice: StanceChoice; readonly targetId: string; readonly hideNames: boolean };

/**
 * Some of the further pictures of one target under a choice, each with its data or the reason why there is none.
 * Throws 404 for an annotator before the reveal, and for a target, set or version that the project does not have.
 */
export async function readPictures(actor: MemberActor, asked: Asked, names: readonly PictureName[]): Promise<AnyPicture[]> {
  if (!seesFigures(actor)) throw notFound();
  const source = sourceOf(actor, asked);
  return Promise.all(names.map(async (name) => ({ name, picture: await READERS[name](source) }) as AnyPicture));
}

type Source = {
  readonly actor: MemberActor;
  readonly asked: Asked;
  /** The choice of this target alone. */
  readonly choice: StanceChoice;
  /** Read once however many pictures ask. */
  readonly observed: () => Promise<readonly Observation[]>;
};

function sourceOf(actor: MemberActor, asked: Asked): Source {
  const choice = { ...asked.choice, targetIds: [asked.targetId] };
  let read: Promise<readonly Observation[]> | null = null;
  return { actor, asked, choice, observed: () => (read ??= readObservations(actor, choice, { targetId: asked.targetId })) };
}

const READERS: { readonly [Name in PictureName]: (source: Source) => Promise<Picture<PictureData[Name]>> } = {
  counts: async (source) => (source.choice.measured === "judgements" ? undefinedFor("marks_only") : ofCells(source, countsPicture)),
  voice: async (source) => (source.choice.measured === "judgements" ? undefinedFor("marks_only") : ofCells({ ...source, choice: { ...source.choice, voice: "own" } }, voicePicture)),
  speakers: async ({ actor, asked, choice }) => {
    if (choice.measured === "judgements") return undefinedFor("marks_only");
    const quotes = await readQuotes(actor, choice, asked.targetId);
    return speakersPicture(quotes, await namesOf(actor, quotes));
  },
  time: async (source) => {
    const [values, splits] = await leanedOff(source);
    return timePicture(values, new Map(splits.map(({ id, day }) => [id, day])), await namesOf(source.actor, values), scaleOf(source.choice.measured));
  },
  genre: async (source) => {
    const [values, splits] = await leanedOff(source);
    return genrePicture(values, new Map(splits.map(({ id, genre }) => [id, genre])), await namesOf(source.actor, values), scaleOf(source.choice.measured));
  },
  labels: async ({ actor, asked, choice, observed }) => {
    if (choice.measured === "judgements") return undefinedFor("marks_only");
    const [values, carried, codebook] = await Promise.all([observed(), readCarried(actor, choice, asked.targetId), currentCodebook(actor)]);
    return labelsPicture(values, carried, codebook.content, await namesOf(actor, values));
  },
  annotators: async ({ actor, asked, choice }) => {
    const [values, people] = await Promise.all([readObservations(actor, { ...choice, data: "raw" }, { targetId: asked.targetId }), annotatorsOf(actor, asked.hideNames)]);
    return residualsPicture(values, people, await namesOf(actor, values), scaleOf(choice.measured));
  },
  masthead: async ({ actor, asked, choice }) => {
    if (choice.source !== "any") return undefinedFor("condition_chosen");
    const [hidden, shown] = await Promise.all((["hidden", "shown"] as const).map((source) => readObservations(actor, { ...choice, source }, { targetId: asked.targetId })));
    return mastheadPicture(hidden ?? [], shown ?? [], await namesOf(actor, [...(hidden ?? []), ...(shown ?? [])]), scaleOf(choice.measured));
  },
};

async function ofCells<Data>({ actor, choice }: Source, draw: (cells: Awaited<ReturnType<typeof readStanceTable>>["cells"], outlets: PictureOutlets, unknownWorks: number) => Picture<Data>): Promise<Picture<Data>> {
  const table = await readStanceTable(actor, choice);
  return draw(table.cells, table.outlets, table.singleWorks);
}
type PictureOutlets = readonly { readonly id: string; readonly name: string }[];

/** The observations, annotators' leanings taken off where that was chosen and can be, and what their articles are split by. */
async function leanedOff({ actor, choice, observed }: Source): Promise<[readonly Observation[], Awaited<ReturnType<typeof splitsOf>>]> {
  const values = await observed();
  const severity = choice.adjust === "severity" ? severityOf(values) : null;
  const splits = await splitsOf(actor, [...new Set(values.map((one) => one.articleId))]);
  return [severity === null || severity.value === null ? values : adjusted(values, severity.value, scaleOf(choice.measured)), splits];
}

const namesOf = (actor: MemberActor, values: readonly Pick<Observation, "groupId">[]) => outletsNamed(actor, [...new Set(values.flatMap((one) => one.groupId ?? []))]);
