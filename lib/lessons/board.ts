/** How far a pupil is: in the class; has the lesson open or had it; has marked; has handed in every article. */
export const PUPIL_STATES = ["joined", "started", "marking", "handed_in"] as const;
export type PupilState = (typeof PUPIL_STATES)[number];

/** What is counted of a pupil. `opened`: the lesson was on their screen once. */
export type PupilCounts = { readonly marks: number; readonly handedIn: number; readonly begun: number; readonly opened: boolean };

/** The state that follows, with `articles` in the lesson. */
export function pupilState({ marks, handedIn, begun, opened }: PupilCounts, articles: number): PupilState {
  if (articles > 0 && handedIn >= articles) return "handed_in";
  if (marks > 0 || handedIn > 0) return "marking";
  return begun > 0 || opened ? "started" : "joined";
}

/** A pupil on the board. `away`: their page has not been heard of for a while, or never. */
export type BoardPupil = { readonly memberId: string; readonly pseudonym: string; readonly state: PupilState; readonly away: boolean; readonly marks: number; readonly handedIn: number };

/** How many are in each state, and away. */
export const totals = (pupils: readonly BoardPupil[]): Record<PupilState | "away", number> => ({
  ...(Object.fromEntries(PUPIL_STATES.map((state) => [state, pupils.filter((pupil) => pupil.state === state).length])) as Record<PupilState, number>),
  away: pupils.filter(({ away }) => away).length,
});
