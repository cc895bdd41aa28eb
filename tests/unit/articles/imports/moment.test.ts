import { expect, it } from "vitest";
import { moment } from "@/lib/articles/imports/moment";

it("reads moments as archives and saved pages write them", () => {
  expect(["2024-05-06T10:11:12Z", "2024-05-06T10:11:12.123456+0200", "2024-05-06 10:11", "2024-05-06", "Mon, 6 May 2024 10:11:12 -0330 (NDT)", "06 May 2024 10:11 GMT"].map(moment)).toEqual([
    "2024-05-06T10:11:12.000Z", "2024-05-06T08:11:12.000Z", "2024-05-06T10:11:00.000Z", "2024-05-06T00:00:00.000Z", "2024-05-06T13:41:12.000Z", "2024-05-06T10:11:00.000Z",
  ]);
});

it("takes nothing else for one", () => {
  expect(["", null, undefined, "3", "May 2024", "2024-02-30", "2024-05-06T25:00:00Z", "06/05/2024", "31 Feb 2024 10:00 GMT", "1024-05-06", "2024-05-06T10:11:12Z and more"].map((text) => moment(text))).toEqual(Array(11).fill(null));
});
