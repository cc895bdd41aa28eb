import { describe, expect, it } from "vitest";
import { readRatings } from "@/lib/articles/ratings";

const errors = (csv: string) => {
  const read = readRatings(csv);
  return read.ok ? [] : read.error.map(({ line, message }) => `${line}: ${message}`);
};

describe("a table of ratings", () => {
  it("is read by its column names, in whatever order, and a rating that is a number is one", () => {
    const read = readRatings("\uFEFFRating;Country;Outlet;Scale;Note;Date\r\n−1.5;GB;Daily Tern;−2 to 2;\"a; b\";2024-05-01\r\nhigh;GB;Quay Standard;;;\r\n1,5;GB;Gull;;;\r\n");
    expect(read).toEqual({
      ok: true,
      value: [
        { name: "Daily Tern", value: "−1.5", number: -1.5, scale: "−2 to 2", note: "a; b", ratedOn: "2024-05-01" },
        { name: "Quay Standard", value: "high", number: null, scale: "", note: "", ratedOn: null },
        { name: "Gull", value: "1,5", number: null, scale: "", note: "", ratedOn: null },
      ],
    });
  });

  it("is refused line by line", () => {
    expect(errors("name,rating,date\n,1,\nTern,,\nGull,2,1 May\n\"two\nlines\",1,\nCrow,3,soon")).toEqual([
      "2: The name is missing.", "3: The rating is missing.", "4: “1 May” is not a day as YYYY-MM-DD.", "7: “soon” is not a day as YYYY-MM-DD.",
    ]);
    expect(errors("name,rating\nTern,1\nGull")).toEqual(["3: The line has another number of cells than the line of column names."]);
    expect(errors("name,rating\nTern,\"1")).toEqual([expect.stringContaining("A quotation mark opens a cell and never closes it.")]);
    expect(errors(`name,rating\n${"x".repeat(201)},1`)).toEqual(["2: The name has more than 200 characters."]);
  });

  it("needs its two columns and a row", () => {
    expect(errors("")).toEqual(["1: The table is empty."]);
    expect(errors("site,rating\na,1")).toEqual(["1: There is no column called name or outlet."]);
    expect(errors("name,score\na,1")).toEqual(["1: There is no column called rating or value."]);
    expect(errors("name,rating\n")).toEqual(["1: The table has column names and no rows."]);
    expect(errors(`name,rating\n${"a,1\n".repeat(10_001)}`)).toEqual(["10002: The limit is 10,000 rows."]);
  });
});
