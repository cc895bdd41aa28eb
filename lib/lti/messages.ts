import { CLAIM } from "./claims";

/** Points that a lesson can bring: evidence and reasoning, 0 to 2 each. */
export const MOST_POINTS = 4;

/** The claims of a message that puts a link to a lesson into a course: its name, where it leads, and the mark by which it is known again. */
export const linkMessage = (lesson: { readonly name: string; readonly launch: string; readonly lesson: string }) => ({
  [CLAIM.messageType]: "LtiDeepLinkingResponse",
  [CLAIM.version]: "1.3.0",
  [CLAIM.items]: [{ type: "ltiResourceLink", title: lesson.name, url: lesson.launch, custom: { lesson: lesson.lesson }, lineItem: { scoreMaximum: MOST_POINTS, label: lesson.name } }],
});

/** What a grade book is told of one pupil. `at` is a moment as ISO 8601; points are 0 to 4. */
export const scoreMessage = (subject: string, points: number, at: string) => ({
  userId: subject,
  scoreGiven: points,
  scoreMaximum: MOST_POINTS,
  activityProgress: "Completed",
  gradingProgress: "FullyGraded",
  timestamp: at,
});
