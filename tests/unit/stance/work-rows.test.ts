import { expect, test } from "vitest";
import type { Observation } from "@/lib/stance/sums";
import { placeInWorks, readWorkCursor, worksOfGroup, writeWorkCursor } from "@/lib/stance/work-rows";

const W = (n: number): string => `0197a000-0000-7000-8000-00000000000${n}`;
const seen = (workId: string, articleId: string, coderId: string, value: number): Observation => ({ groupId: "tern", targetId: "mayor", workId, articleId, coderId, value, spans: 1 });
const works = worksOfGroup([seen(W(2), "b", "ann", 0), seen(W(1), "a", "bob", -1), seen(W(1), "a", "ann", 0), seen(W(1), "c", "ann", -1), seen(W(3), "d", "ann", 0)]);

test("works are means over their articles, and these over coders, the most critical first", () => {
  // Work 1: article a (0 − 1) / 2 = −.5, article c −1; together −.75.
  expect(works.map((work) => [work.workId, work.value, work.spans])).toEqual([[W(1), -0.75, 3], [W(2), 0, 1], [W(3), 0, 1]]);
  expect(works[0]?.articles.map((article) => [article.articleId, article.value, article.observations.map((one) => one.coderId)])).toEqual([["a", -0.5, ["ann", "bob"]], ["c", -1, ["ann"]]]);
});

test("a cursor names the place behind a work, among works of the same value too", () => {
  expect(placeInWorks(works, works[1]!)).toBe(2);
  expect(readWorkCursor(writeWorkCursor(works[0]!))).toEqual({ workId: W(1), value: -0.75 });
  for (const text of ["", "x", `~${W(1)}`, `NaN~${W(1)}`, "1~x", `1~${W(1)}~`]) expect(readWorkCursor(text)).toBeNull();
});
