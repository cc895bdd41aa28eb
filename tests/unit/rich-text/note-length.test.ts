import { expect, it } from "vitest";
import { lengthWords, LONGEST_NOTE } from "@/components/rich-text/note-length";

it("tells how much room a note has once that gets short, and that what is too long is not saved", () => {
  expect(lengthWords(0)).toBeNull();
  expect(lengthWords(LONGEST_NOTE - 401)).toBeNull();
  expect(lengthWords(LONGEST_NOTE - 12)).toEqual({ words: "12 of 4000 characters left", over: false });
  expect(lengthWords(LONGEST_NOTE)?.over).toBe(false);
  expect(lengthWords(LONGEST_NOTE + 1)).toEqual({ words: "1 character too long", over: true });
});
