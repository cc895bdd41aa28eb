import type { ReactNode } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, it } from "vitest";
import { Masked } from "@/components/articles/masked";
import { WordsProvider } from "@/components/words/words-provider";

const drawn = (element: ReactNode): string => renderToStaticMarkup(<WordsProvider language="en" words={null}>{element}</WordsProvider>);

it("names each run of hidden code points, and leaves other words alone", () => {
  expect(drawn(<Masked text={"\u2588\u2588: a \u2588 b"} />).replaceAll("\u2588", "#")).toBe('<span class="masked hatch" role="img" aria-label="hidden name">##</span>: a <span class="masked hatch" role="img" aria-label="hidden name">#</span> b');
  expect(drawn(<Masked text="plain" />)).toBe("plain");
});
