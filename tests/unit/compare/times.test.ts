import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { findTimes, MOST_TIMES } from "@/lib/compare/times/find-times";
import { civil, dayNumber, dayOf, isoMinute, minuteOf, weekdayOf } from "@/lib/compare/times/minutes";
import { articleOf, textAt } from "./articles";

/** What is found in a sentence, as "kind words from..to" with whole days cut short; "~" is vague, "@" an anchor. */
function said(text: string, language = "en", published: string | null = "2023-05-10"): string[] {
  const article = articleOf("one", text, { language, publishedOn: published });
  const short = (minute: string | null, end: boolean): string => (minute === null ? "?" : minute.endsWith(end ? "T23:59" : "T00:00") ? minute.slice(0, 10) : minute);
  return findTimes(article).map((one) => `${one.kind} “${textAt(text, one)}” ${short(one.from, false)}..${short(one.to, true)}${one.vague ? " ~" : ""}${one.anchor === null ? "" : ` @${one.anchor}`}`);
}

describe("minutes", () => {
  it("go from the calendar and back", () => {
    fc.assert(fc.property(fc.integer({ min: -719_000, max: 2_900_000 }), (days) => {
      const { year, month, day } = civil(days);
      expect(dayNumber(year, month, day)).toBe(days);
      if (year >= 1 && year <= 9999) expect(minuteOf(isoMinute(days * 1440 + 61))).toBe(days * 1440 + 61);
    }));
    expect(dayNumber(1970, 1, 1)).toBe(0);
    expect(dayOf("2024-02-29")).toBe(19_782);
    expect(weekdayOf(dayNumber(2023, 5, 10))).toBe(3);
  });
});

describe("times of an English sentence", () => {
  it.each([
    ["The crossing closed at 23:40 on Thursday.", ["moment “23:40 on Thursday” 2023-05-04T23:40..2023-05-04T23:40"]],
    ["It was shut shortly before midnight on 8 May.", ["moment “shortly before midnight on 8 May” 2023-05-08T23:30..2023-05-09T00:00 ~"]],
    ["Some time after one in the morning the barriers came down.", ["after “after one in the morning” 2023-05-10T01:00..? ~"]],
    ["A letter of 2 April reached her in early May.", ["day “2 April” 2023-04-02..2023-04-02", "month “early May” 2023-05-01..2023-05-10 ~"]],
    ["Founded on September 5, 1965, the guild grew.", ["day “September 5, 1965” 1965-09-05..1965-09-05"]],
    ["The 9th of May, 2021, and 2021-05-09 are one.", ["day “9th of May, 2021” 2021-05-09..2021-05-09", "day “2021-05-09” 2021-05-09..2021-05-09"]],
    ["On 3/4/2022 or 13/4/2022.", ["day “3/4/2022” 2022-03-04..2022-04-03 ~", "day “13/4/2022” 2022-04-13..2022-04-13"]],
    ["Between 2009 and 2013, it moved.", ["range “Between 2009 and 2013” 2009-01-01..2013-12-31"]],
    ["From March to May 2004 and in the years 1979-81.", ["range “From March to May 2004” 2004-03-01..2004-05-31", "range “1979-81” 1979-01-01..1981-12-31"]],
    ["It ran 9–11 May and from November 2003 to February 2004.", ["range “9–11 May” 2023-05-09..2023-05-11", "range “from November 2003 to February 2004” 2003-11-01..2004-02-29"]],
    ["It met from 10 to 11 p.m. on Friday, 5 May.", ["range “from 10 to 11 p.m. on Friday, 5 May” 2023-05-05T22:00..2023-05-05T23:00"]],
    ["In the 1980s, the eighties and the mid-1990s.", ["decade “1980s” 1980-01-01..1989-12-31", "decade “eighties” 1980-01-01..1989-12-31", "decade “mid-1990s” 1993-05-02..1996-08-31 ~"]],
    ["In the 19th century.", ["century “19th century” 1801-01-01..1900-12-31"]],
    ["By 2010 it had gone; it was listed until 2012, after 2003, since 1999, before 2001.", ["by “By 2010” ?..2010-12-31", "until “until 2012” 2012-01-01..2012-12-31", "after “after 2003” 2004-01-01..?", "since “since 1999” 1999-01-01..1999-12-31", "by “before 2001” ?..2000-12-31"]],
    ["After the 2003 invasion and the 1979 Rising, a 2014 agreement held.", ["year “2003” 2003-01-01..2003-12-31", "year “1979” 1979-01-01..1979-12-31", "year “2014” 2014-01-01..2014-12-31"]],
    ["It fell in 1986, 1988 and 1990 (and 1995).", ["year “1986” 1986-01-01..1986-12-31", "year “1988” 1988-01-01..1988-12-31", "year “1990” 1990-01-01..1990-12-31"]],
    ["In May 2019 it opened; two years later it shut.", ["month “May 2019” 2019-05-01..2019-05-31", "relative “two years later” 2021-05-01..2021-05-31 ~ @May 2019"]],
    ["It fell three days after the second vote in town.", ["relative “three days after the second vote” ?..? ~ @the second vote"]],
    ["Yesterday, last week, two years ago and next May.", ["day “Yesterday” 2023-05-09..2023-05-09", "range “last week” 2023-05-01..2023-05-07 ~", "year “two years ago” 2021-01-01..2021-12-31", "month “next May” 2024-05-01..2024-05-31"]],
    ["She spoke on Monday.", ["day “Monday” 2023-05-08..2023-05-08"]],
    ["She will speak on Monday.", ["day “Monday” 2023-05-15..2023-05-15"]],
    ["In the summer of 2003 and last winter.", ["season “summer of 2003” 2003-06-01..2003-08-31 ~", "season “last winter” 2022-12-01..2023-02-28 ~"]],
  ])("%s", (text, expected) => expect(said(text)).toEqual(expected));

  it("takes ages, prices, pages, roads, counts and scores for no times", () => {
    for (const text of ["Take Route 2003 to page 1998.", "It cost $2003 and 2,003 people came.", "2003 people marched, and in 2003 cases nothing was done.", "Ann May, 47, may march to May's house.", "He was in his eighties.", "No. 1999 and Resolution 1973 passed.", "The score was 3:20.", "About 2000 angry farmers came.", "Between 10 and 12 members left.", "The committee said so by five members.", "Version 2003.4 costs 2003 euros."])
      expect([text, said(text)]).toEqual([text, []]);
  });

  it("leaves what hangs on an unknown day of publication without a place, and keeps it", () => {
    expect(said("It closed at 23:40 on Thursday, and last week, on 9 May.", "en", null)).toEqual(["relative “23:40 on Thursday” ?..? ~", "relative “last week” ?..? ~", "relative “9 May” ?..? ~"]);
    expect(said("It closed in 2003.", "en", null)).toEqual(["year “2003” 2003-01-01..2003-12-31"]);
  });

  it("takes the year told last where the article has no date", () => expect(said("In 2003 it moved; on 9 May it closed.", "en", null)[1]).toBe("day “9 May” 2003-05-09..2003-05-09"));
  it("puts a time of day on the day told just before", () => expect(said("On 2 May it rained.\nAt 21:15 it stopped.")[1]).toBe("moment “21:15” 2023-05-02T21:15..2023-05-02T21:15 ~"));
  it("puts an evening without a day before the paper's day", () => expect(said("It stopped at 23:15.")).toEqual(["moment “23:15” 2023-05-09T23:15..2023-05-09T23:15 ~"]));
});

describe("times of a German and a French text", () => {
  it("are read by the same grammar", () => {
    expect(said("Die Brücke wurde am Donnerstag um 23.40 Uhr gesperrt. Anfang Mai, am 9. Mai 2021.", "de-AT")).toEqual(["moment “Donnerstag um 23.40 Uhr” 2023-05-04T23:40..2023-05-04T23:40", "month “Anfang Mai” 2023-05-01..2023-05-10 ~", "day “9. Mai 2021” 2021-05-09..2021-05-09"]);
    expect(said("Zwischen 2009 und 2013, von März bis Mai 2004, seit der Wahl 2021, in den Achtzigerjahren, drei Tage nach der Wahl, vor zwei Jahren.", "de")).toEqual(["range “Zwischen 2009 und 2013” 2009-01-01..2013-12-31", "range “von März bis Mai 2004” 2004-03-01..2004-05-31", "year “2021” 2021-01-01..2021-12-31", "decade “Achtzigerjahren” 1980-01-01..1989-12-31", "relative “drei Tage nach der Wahl” ?..? ~ @der Wahl", "year “vor zwei Jahren” 2021-01-01..2021-12-31"]);
    expect(said("Le 1er mai 2021, entre 2009 et 2013, les années 80, peu avant minuit le 9 mai, il y a deux ans, la semaine dernière, deux ans après le vote.", "fr")).toEqual(["day “1er mai 2021” 2021-05-01..2021-05-01", "range “entre 2009 et 2013” 2009-01-01..2013-12-31", "decade “80” 1980-01-01..1989-12-31", "moment “peu avant minuit le 9 mai” 2023-05-09T23:30..2023-05-10 ~".replace("..2023-05-10 ", "..2023-05-10T00:00 "), "year “il y a deux ans” 2021-01-01..2021-12-31", "range “la semaine dernière” 2023-05-01..2023-05-07 ~", "relative “deux ans après le vote” ?..? ~ @le vote"]);
    expect(said("Seite 1998, Resolution 1973, 2003 Menschen.", "de")).toEqual([]);
    expect(said("Page 1998, 2003 personnes, cet après-midi-là.", "fr")).toEqual([]);
  });
});

const WORDS = ["9", "May", "2003", "between", "and", "the", "in", "by", "–", ",", ".", "1980s", "23:40", "10", "p.m.", "two", "years", "later", "after", "Thursday", "early", "last", "week", "🌉", "vote", "31", "February", "99999", "to", "/", "-", "ago", "since", "century", "19th", "midnight", "at"];

describe("any text", () => {
  it("has mentions in code points, in their order, each inside one sentence, from before to", () => {
    fc.assert(
      fc.property(fc.array(fc.array(fc.constantFrom(...WORDS), { maxLength: 20 }), { maxLength: 4 }), fc.constantFrom("en", "de", "fr", null), fc.constantFrom("2023-05-10", null), (sentences, language, publishedOn) => {
        const text = sentences.map((words) => `🌉 ${words.join(" ")}`).join("\n");
        const article = articleOf("one", text, { language, publishedOn });
        let end = 0;
        for (const one of findTimes(article)) {
          const sentence = article.sentences[one.sentence]!;
          expect(one.start).toBeGreaterThanOrEqual(Math.max(end, sentence.start));
          expect(one.end).toBeLessThanOrEqual(sentence.end);
          expect(textAt(text, one)).toMatch(/^\S(.*\S)?$/su);
          if (one.from !== null && one.to !== null) expect(one.from <= one.to).toBe(true);
          if (one.anchor === null && one.kind !== "relative") expect(one.from ?? one.to).not.toBeNull();
          end = one.end;
        }
      }),
      { numRuns: 400 },
    );
  });

  it("is read to its end when it is a megabyte of digits, of short numbers, or of words that begin a time", () => {
    const of = (text: string) => findTimes({ id: "one", language: "en", publishedOn: "2023-05-10", sentences: [{ index: 0, start: 0, end: text.length, text, kind: "paragraph" }] });
    expect(of("7".repeat(1_000_000))).toEqual([]);
    expect(of("12 ".repeat(100_000))).toEqual([]);
    expect(of("between the in the ".repeat(15_000))).toEqual([]);
    expect(of("two days after the ".repeat(15_000)).length).toBeLessThanOrEqual(MOST_TIMES);
    expect(of("in 2003 ".repeat(30_000))).toHaveLength(MOST_TIMES);
  });
});
