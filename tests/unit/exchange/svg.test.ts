import { SaxesParser } from "saxes";
import { describe, expect, it } from "vitest";
import { figureSvg } from "@/lib/exchange/svg";
import { PAPER, stylesOf } from "@/lib/exchange/svg-styles";
import type { Figure, Shape } from "@/lib/figures/shape";
import { light } from "@/tests/unit/ui/tokens";

const words = { title: "Framing <&> \"such\"", description: "Two rows", foot: ["alpha, nominal, n = 12"], facts: [["choice", '{"layer":"framing"}']] as const };
const text = (written: string): Shape => ({ kind: "text", role: "row-name", className: "on", x: 0, y: 10, text: written });
const figure = (...shapes: Shape[]): Figure => ({ width: 100, height: 50, shapes });

/** Names of all elements, and all text; throws where the file is not well-formed. */
function parse(svg: string): { names: string[]; text: string } {
  const found = { names: [] as string[], text: "" };
  const parser = new SaxesParser({ xmlns: true });
  parser.on("opentag", (tag) => void found.names.push(tag.name));
  parser.on("text", (data) => void (found.text += `${data}\n`));
  parser.on("error", (error) => { throw error; });
  parser.write(svg).close();
  return found;
}

describe("a figure as a file", () => {
  it("is well-formed whatever names it holds, and holds them as text", () => {
    const found = parse(figureSvg(figure(text('<script>alert("1")</script> & \u0007 \uD800 ]]>')), words));
    expect(found.names).not.toContain("script");
    expect(found.text).toContain('<script>alert("1")</script> & \uFFFD \uFFFD ]]>');
  });

  it("has title, description, what it rests on, and the same facts as metadata", () => {
    const svg = figureSvg(figure(), words);
    const found = parse(svg);
    expect(found.names.filter((name) => ["title", "desc", "metadata", "fact"].includes(name))).toEqual(["title", "desc", "metadata", "fact"]);
    for (const part of ['Framing <&> "such"', "Two rows", "alpha, nominal, n = 12", '{"layer":"framing"}']) expect(found.text).toContain(part);
  });

  it("needs nothing from elsewhere: no class, no style sheet, no script, no link, fonts named", () => {
    const shapes: Shape[] = [text("x"), { kind: "path", role: "band", className: "ag-b2", closed: true, points: [[0, 0], [1, 1], [2, 0]] }, { kind: "path", role: "own", className: "ag-line", closed: false, points: [[0, 0], [1, 1]] }];
    const svg = figureSvg(figure(...shapes), words);
    expect(svg).not.toMatch(/class=|<style|<script|href=|url\(|var\(/);
    expect(svg).toContain('font-family="Public Sans,');
    expect(parse(svg).names).toEqual(expect.arrayContaining(["polygon", "polyline", "text"]));
  });

  it("has the colours of light paper", () => {
    for (const [name, colour] of Object.entries(PAPER)) expect(light.get(name)).toBe(colour);
  });

  it("gives a framing the colour that its kind of shape needs: a line its stroke, a dot its fill", () => {
    expect(stylesOf("iv adv")).toMatchObject({ fill: "none", stroke: PAPER["--adv"], "stroke-width": "2" });
    expect(stylesOf("d adv")).toEqual({ fill: PAPER["--adv"] });
    expect(stylesOf("cb crit")).toMatchObject({ stroke: PAPER["--crit"], "stroke-dasharray": "5 2" });
    expect(() => stylesOf("on adv")).toThrow("adv");
  });

  it("refuses a class that it knows no style of", () => {
    expect(() => stylesOf("ag-h h1 unheard-of")).toThrow("unheard-of");
  });
});
