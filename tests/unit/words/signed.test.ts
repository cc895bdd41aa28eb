import { expect, test } from "vitest";
import { signedIn } from "@/components/charts/signed";
import { formatter } from "@/components/words/words";

test("numbers carry their sign as each language writes them", () => {
  const [english, german] = [formatter("en"), formatter("de")];
  expect([-0.424, 0.19, 0, -0.001, 1].map((value) => signedIn(english, value))).toEqual(["−0.42", "+0.19", "0.00", "0.00", "+1.00"]);
  expect([-0.424, 1318.5].map((value) => signedIn(german, value))).toEqual(["−0,42", "+1.318,50"]);
});
