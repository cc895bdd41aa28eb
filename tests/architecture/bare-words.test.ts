import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { inRoot } from "@/scripts/paths";
import { bareWords, ENGLISH_ONLY, WORDLESS } from "@/tests/architecture/bare-words";
import { filesUnder } from "@/tests/architecture/server-functions";

const wordless = WORDLESS.flatMap(filesUnder).filter((file) => !ENGLISH_ONLY.includes(file));

describe("words on screens", () => {
  it("come from the catalogue", () => {
    expect(wordless.length).toBeGreaterThan(20);
    expect(wordless.flatMap((file) => bareWords(file, readFileSync(inRoot(file), "utf8")))).toEqual([]);
  });

  it.each([
    ["between tags", "<p>Save</p>"],
    ["between tags, beside a value", "<p>{n} articles</p>"],
    ["in braces", '<p>{busy ? "Saving…" : t("save")}</p>'],
    ["in a template", "<p>{`${n} articles`}</p>"],
    ["after a condition", '<p>{done && "Saved"}</p>'],
    ["in a list that is joined", "<p>{[target, `said by ${speaker}`].filter(Boolean).join(\", \")}</p>"],
    ["in what is made of a list", "<p>{items.map((item) => `${item} words`)}</p>"],
    ["in an attribute", '<Field label="Name" />'],
    ["in braces of an attribute", '<i aria-label={open ? "Close" : t("open")} />'],
    ["in a template of an attribute", "<i title={`Rename ${name}`} />"],
    ["in the label of an option", '<Choice options={[{ value: "a", label: "A study" }]} />'],
    ["as a sentence, handed on", '<b onClick={() => run(work, "The key is saved.")} />'],
    ["in a toast", '<b onClick={() => toast({ text: "Saved." })} />'],
  ])("are found %s", (_, jsx) => expect(bareWords("planted.tsx", `const planted = ${jsx};`)).toHaveLength(1));

  it.each([
    ["names of keys", '<p title={t("title")}>{t(busy ? "saving" : "save")}</p>'],
    ["classes and addresses", '<a className={open ? "open" : "shut"} href={`/p/${id}/articles`} rel="up" />'],
    ["signs and figures", '<p>{" · "}{`${n} / ${of}`} → ✓</p>'],
    ["the name of the program", "<b><i>Slant</i>wise</b>"],
  ])("are not %s", (_, jsx) => expect(bareWords("planted.tsx", `const planted = ${jsx};`)).toEqual([]));
});
