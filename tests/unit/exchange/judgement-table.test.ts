import { describe, expect, it } from "vitest";
import { MAX_JUDGEMENTS, readJudgementTable } from "@/lib/exchange/judgement-table";

const HEAD = "article,title,outlet,publisher,genre,annotator,target,value,blind";
const errors = (...lines: string[]) => {
  const read = readJudgementTable([HEAD, ...lines].join("\n"));
  return read.ok ? [] : read.error.map(({ line, message }) => `${line}: ${message}`);
};

describe("a table of judgements", () => {
  it("is read by article and reader, whatever the names of its columns and the order of its lines", () => {
    const read = readJudgementTable("Rater;Article_ID;Value;Target;Source_blind;Genre;Date;Outlet;Headline\nA;a1;−2;Mayor;yes;Press release;2024-05-01;Tern;Bridge shut\nB;a1;not addressed;Mayor;no;press_release;2024-05-01;Tern;Bridge shut\nA;a1;+1;Council;yes;press-release;2024-05-01;Tern;Bridge shut\nA;a1;1.0;council;1;press_release;2024-05-01;Tern;Bridge shut\nA;a2;unclear;mayor;;;;;\n");
    expect(read).toEqual({
      ok: true,
      value: {
        articles: [
          { key: "a1", title: "Bridge shut", outlet: "Tern", publisher: null, genre: "press_release", publishedOn: "2024-05-01", line: 2 },
          { key: "a2", title: "", outlet: null, publisher: null, genre: null, publishedOn: null, line: 6 },
        ],
        readings: [
          { articleKey: "a1", annotator: "A", blind: true, line: 2, judgements: [{ target: "Mayor", value: -2 }, { target: "Council", value: 1 }] },
          { articleKey: "a1", annotator: "B", blind: false, line: 3, judgements: [{ target: "Mayor", value: "not_addressed" }] },
          { articleKey: "a2", annotator: "A", blind: false, line: 6, judgements: [{ target: "mayor", value: "unclear" }] },
        ],
        targets: ["Mayor", "Council"], annotators: ["A", "B"], judgements: 4, repeated: 1,
      },
    });
  });

  it("is refused line by line", () => {
    expect(errors("a,T,Tern,,news,A,Mayor,3,no", ",T,Tern,,news,,Mayor,1,no", "a,T,Tern,,gossip,A,,1,perhaps")).toEqual([
      "2: “3” is no judgement: write −2, −1, 0, 1, 2, unclear or not_addressed.", "3: The article is missing.", "3: The annotator is missing.", "4: The target is missing.", expect.stringContaining("4: “gossip” is no genre."),
      "4: “perhaps” does not say whether the source was hidden: write yes or no.",
    ]);
    expect(errors(`a,${"x".repeat(301)},Tern,,,A,Mayor,0,`)).toEqual(["2: The title has more than 300 characters."]);
    for (const value of ["", "0.5", "-3", "1,0", "two", "1e0"]) expect(errors(`a,T,Tern,,news,A,Mayor,"${value}",`)).toHaveLength(1);
  });

  it("is refused where lines contradict one another, naming both", () => {
    expect(errors("a,T,Tern,,news,A,Mayor,1,no", "a,T,Gull,,opinion,B,Mayor,1,no", "a,T,Tern,,news,A,Council,1,yes", "a,T,Tern,,news,A,MAYOR,-1,no")).toEqual([
      "3: The outlet of article “a” is not the one of line 2.", "3: The genre of article “a” is not the one of line 2.", "4: On line 2 this annotator read the article with its source shown. Give the second reading a name of its own.",
      "5: This annotator has judged the article 1 toward “MAYOR” already.",
    ]);
  });

  it("needs its four columns and a row, and ends somewhere", () => {
    const of = (csv: string) => {
      const read = readJudgementTable(csv);
      return read.ok ? [] : read.error.map(({ line, message }) => `${line}: ${message}`);
    };
    expect(of("")).toEqual(["1: The table is empty."]);
    expect(of("article,target\na,b")).toEqual(["1: There is no column called annotator or coder or rater.", "1: There is no column called value or judgement."]);
    expect(of(HEAD)).toEqual(["1: The table has column names and no rows."]);
    expect(of(`${HEAD}\na,T`)).toEqual(["2: The line has another number of cells than the line of column names."]);
    expect(of(`article,annotator,target,value\n${"a,A,M,1\n".repeat(MAX_JUDGEMENTS + 1)}`)).toEqual([`${MAX_JUDGEMENTS + 2}: The limit is 50,000 rows.`]);
  });
});
