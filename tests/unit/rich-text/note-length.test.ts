import { expect, it } from "vitest";
import { english } from "@/components/words/english";
import { translator } from "@/components/words/words";
import { lengthWords, LONGEST_NOTE } from "@/components/rich-text/note-length";

const t = translator("en", english, "writing");

it("tells how much room a note has once that gets short, and that what is too long is not saved", () => {
  expect(lengthWords(0, t)).toBeNull();
  expect(lengthWords(LONGEST_NOTE - 401, t)).toBeNull();
  expect(lengthWords(LONGEST_NOTE - 12, t)).toEqual({ words: "12 of 4000 characters left", over: false });
  expect(lengthWords(LONGEST_NOTE, t)?.over).toBe(false);
  expect(lengthWords(LONGEST_NOTE + 1, t)).toEqual({ words: "1 character too long", over: true });
});
