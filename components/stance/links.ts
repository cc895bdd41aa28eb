import type { Framing } from "@/lib/codebook/framing";
import type { StanceFigure } from "@/lib/exchange/stance-file";
import { choiceParams, choiceQuery } from "@/lib/stance/choice-address";
import type { StanceChoice } from "@/lib/stance/choice";
import type { ListedVoice } from "@/lib/stance/marks-query";
import type { Whose } from "@/lib/stance/report";

/** Where one looks: the project, the choice, the target of the table, the row whose card is open, and from which row on. */
export type StancePlace = { readonly projectId: string; readonly choice: StanceChoice; readonly targetId: string; readonly whose: Whose | null; readonly from: number };

type Params = Readonly<Record<string, string | undefined>>;

const written = (...all: readonly Params[]): string => {
  const given = all.flatMap((params) => Object.entries(params).flatMap(([name, value]) => (value === undefined || value === "" ? [] : [[name, value]])));
  return given.length === 0 ? "" : `?${new URLSearchParams(given).toString()}`;
};

/** A row as it stands in an address. */
export const whoseParams = (whose: Whose | null): Params => (whose === null ? {} : { outlet: whose.groupId, work: whose.workId });

/** What the page shows beside its choice. */
const placeParams = ({ targetId, whose, from }: StancePlace): Params => ({ on: targetId, ...whoseParams(whose), from_row: from > 0 ? String(from) : undefined });

/** The stance page at a place. */
export const pageHref = (place: StancePlace): string => `/p/${place.projectId}/stance${written(choiceParams(place.choice), placeParams(place))}`;

/** The stance page with the card of a row. */
export const rowHref = (place: StancePlace, whose: Whose, targetId = place.targetId): string => `${pageHref({ ...place, whose, targetId })}#card`;

/** One figure in an address: its choice with its target alone. `shown`: the targets of the page that one came from. */
const figureParams = (place: StancePlace, whose: Whose): readonly Params[] => [choiceParams({ ...place.choice, targetIds: [place.targetId] }), whoseParams(whose), { shown: place.choice.targetIds.join(",") }];

/** The works behind a figure. */
export const worksHref = (place: StancePlace, whose: Whose, targetId = place.targetId): string => `/p/${place.projectId}/stance/works${written(...figureParams({ ...place, targetId }, whose))}`;

/** Which of the marks behind a figure. */
export type MarksOf = { readonly article?: string; readonly coder?: string; readonly in?: ListedVoice; readonly framing?: Framing };

/** The marks behind a number. */
export const marksHref = (place: StancePlace, whose: Whose, of: MarksOf = {}): string => `/p/${place.projectId}/stance/spans${written(...figureParams(place, whose), of)}`;

/** The figure under other choices. */
export const sensitivityHref = (place: StancePlace, whose: Whose): string => `/p/${place.projectId}/stance/sensitivity${written(...figureParams(place, whose))}`;

/** A figure as a file. */
export function fileHref(place: StancePlace, figure: StanceFigure, format: "svg" | "png" | "csv"): string {
  const of = figure === "dot-plot" || place.whose === null ? [choiceParams(place.choice)] : [choiceParams({ ...place.choice, targetIds: [place.targetId] }), whoseParams(place.whose)];
  return `/api/v1/projects/${place.projectId}/stance/figures.${format}${written({ figure }, ...of)}`;
}

/** The table of every target as a download. */
export const csvHref = ({ projectId, choice }: StancePlace): string => `/api/v1/projects/${projectId}/stance.csv${written(choiceParams(choice))}`;

/** The further pictures under the same choice. */
export const picturesHref = ({ projectId, choice }: StancePlace): string => `/p/${projectId}/stance/pictures${choiceQuery(choice) === "" ? "" : `?${choiceQuery(choice)}`}`;

/** Kept figures, and one of them. */
export const keptHref = (projectId: string, id?: string): string => `/p/${projectId}/stance/kept${id === undefined ? "" : `/${id}`}`;

/** The page that a list of works or marks was opened from. */
export function backHref(place: StancePlace, shown: string | undefined): string {
  const targetIds = shown === undefined || shown === "" ? [] : shown.split(",");
  return `${pageHref({ ...place, choice: { ...place.choice, targetIds } })}#card`;
}
