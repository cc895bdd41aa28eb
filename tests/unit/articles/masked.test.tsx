import { renderToStaticMarkup } from "react-dom/server";
import { expect, it } from "vitest";
import { Masked } from "@/components/articles/masked";

it("names each run of hidden code points, and leaves other words alone", () => {
  expect(renderToStaticMarkup(<Masked text={"\u2588\u2588: a \u2588 b"} />).replaceAll("\u2588", "#")).toBe('<span class="masked hatch" role="img" aria-label="hidden name">##</span>: a <span class="masked hatch" role="img" aria-label="hidden name">#</span> b');
  expect(renderToStaticMarkup(<Masked text="plain" />)).toBe("plain");
});
