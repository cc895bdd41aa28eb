import type { StanceChoice } from "@/lib/stance/choice";
import { choiceParams } from "@/lib/stance/choice-address";
import type { PictureName } from "@/lib/stance/pictures/picture";

/** Where one looks: the project, the choice, the target that the pictures are of, one picture alone or all, and letters or names. */
export type PicturePlace = { readonly projectId: string; readonly choice: StanceChoice; readonly targetId: string; readonly picture: PictureName | null; readonly hideNames: boolean };

type Params = Readonly<Record<string, string | null | undefined>>;

const query = (...all: readonly Params[]): string => {
  const written = new URLSearchParams(Object.entries(Object.assign({}, ...all) as Params).flatMap(([name, value]) => (value === null || value === undefined || value === "" ? [] : [[name, value]]))).toString();
  return written === "" ? "" : `?${written}`;
};
const own = ({ targetId, hideNames }: PicturePlace): Params => ({ toward: targetId, names: hideNames ? "hidden" : null });

/** The page with one picture, or with all. */
export const picturesHref = (place: PicturePlace, picture: PictureName | null = null): string => `/p/${place.projectId}/stance/pictures${query(choiceParams(place.choice), own(place), { picture })}`;

/** The page under the usual choice. */
export const resetHref = (place: PicturePlace): string => `/p/${place.projectId}/stance/pictures${query(own(place), { picture: place.picture })}`;

/** The stance page under the same choice. */
export const stanceHref = ({ projectId, choice }: PicturePlace): string => `/p/${projectId}/stance${query(choiceParams(choice))}`;

/** A picture as a file. */
export const fileHref = (place: PicturePlace, picture: PictureName, format: "csv" | "svg" | "png"): string => `/api/v1/projects/${place.projectId}/stance/pictures.${format}${query({ picture }, choiceParams({ ...place.choice, targetIds: [place.targetId] }), { names: place.hideNames ? "hidden" : null })}`;

/** The works behind a mark, under the choice as a picture narrows it. */
export const worksHref = ({ projectId, choice, targetId }: PicturePlace, outlet: string, change: Partial<StanceChoice> = {}): string => `/p/${projectId}/stance/works${query(choiceParams({ ...choice, ...change, targetIds: [targetId] }), { outlet })}`;

/** The spans behind a number; `in` is the voice. */
export const spansHref = ({ projectId, choice, targetId }: PicturePlace, outlet: string, more: { in?: string; framing?: string; coder?: string }, change: Partial<StanceChoice> = {}): string => `/p/${projectId}/stance/spans${query(choiceParams({ ...choice, ...change, targetIds: [targetId] }), { outlet }, more)}`;
