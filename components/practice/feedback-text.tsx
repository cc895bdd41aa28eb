import { requestTranslator } from "@/components/words/request-words";
import type { BlockKind } from "@/lib/articles/blocks";
import type { KeyLine } from "@/lib/annotations/answer-key";
import { sweep } from "@/lib/annotations/segments";
import { TextIndex } from "@/lib/text/text-index";
import { codePoint } from "@/lib/text/units";

type Block = { readonly ordinal: number; readonly kind: BlockKind; readonly start: number; readonly end: number };

/** The article with the places of the feedback numbered; each number leads to its line. Chrome is left out. */
export async function FeedbackText({ text, blocks, lines }: { text: string; blocks: readonly Block[]; lines: readonly KeyLine[] }) {
  const t = await requestTranslator("practice");
  const index = new TextIndex(text);
  const ranges = lines.flatMap((line, i) => [...(line.own?.parts ?? []), ...(line.key?.parts ?? [])].map((part) => ({ id: String(i), start: part.start, end: part.end })));
  const segments = sweep(ranges);
  const firsts = new Map<number, number[]>();
  lines.forEach((_, i) => {
    const start = Math.min(...ranges.filter((range) => range.id === String(i)).map((range) => range.start));
    firsts.set(start, [...(firsts.get(start) ?? []), i]);
  });
  const words = (start: number, end: number): string => index.slice(codePoint(start), codePoint(end));
  return (
    <div className="art">
      {blocks.filter((block) => block.kind !== "chrome").map((block) => {
        const here = segments.filter((segment) => segment.start < block.end && block.start < segment.end);
        const pieces = here.flatMap((segment, i) => {
          const [start, end] = [Math.max(segment.start, block.start), Math.min(segment.end, block.end)];
          const before = i === 0 ? block.start : Math.max(here[i - 1]!.end, block.start);
          return [words(before, start), <Place key={start} nameOf={(n) => t("markNumber", { n })} lines={lines} ids={segment.ids.map(Number)} opens={firsts.get(segment.start) ?? []}>{words(start, end)}</Place>];
        });
        const last = here.at(-1);
        const content = [...pieces, words(last ? Math.min(last.end, block.end) : block.start, block.end)];
        if (block.kind === "headline") return <h2 key={block.ordinal} dir="auto">{content}</h2>;
        return <p key={block.ordinal} dir="auto" className={block.kind === "caption" || block.kind === "byline" ? "aside" : undefined}>{content}</p>;
      })}
    </div>
  );
}

function Place({ nameOf, lines, ids, opens, children }: { nameOf: (number: number) => string; lines: readonly KeyLine[]; ids: readonly number[]; opens: readonly number[]; children: string }) {
  const both = ids.some((i) => lines[i]?.own && lines[i]?.key);
  const onlyKey = !both && ids.every((i) => lines[i]?.own === null);
  return (
    <>
      {opens.map((i) => <sup key={i}><a href={`#line-${i + 1}`} aria-label={nameOf(i + 1)}>{i + 1}</a></sup>)}
      <mark className={`place${both ? " both" : onlyKey ? " key" : ""}`}>{children}</mark>
    </>
  );
}
