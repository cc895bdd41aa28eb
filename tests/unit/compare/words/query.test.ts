import { expect, test } from "vitest";
import { idIn, readWordsQuery, writeWordsQuery } from "@/lib/compare/words/query";
import { priorOf } from "@/lib/compare/words/report";

const ID = "01890a5d-ac96-774b-bcce-b302099a8057";

test("an address says what is compared, and what it cannot say is the default", () => {
  const choice = readWordsQuery(ID, { basis: "texts", target: ID.toUpperCase(), framing: "critical", voice: "all" });
  expect(choice).toEqual({ setId: ID, basis: "texts", targetId: ID, framing: "critical", voice: "all" });
  expect(readWordsQuery(null, { ...writeWordsQuery(choice, false) })).toEqual({ ...choice, setId: null });
  expect(writeWordsQuery(choice, true)).toMatchObject({ set: ID });
  const plain = readWordsQuery(null, { basis: ["texts"], target: "x", framing: "loud" });
  expect(plain).toEqual({ setId: null, basis: "spans", targetId: null, framing: "loaded", voice: "own" });
  expect(writeWordsQuery(plain, true)).toEqual({});
  expect(idIn("")).toBeNull();
});

test("the prior weighs a tenth of the words, from 10 to 500", () => {
  expect([40, 2_000, 90_000].map((words) => priorOf("texts", words).weight)).toEqual([10, 200, 500]);
});
