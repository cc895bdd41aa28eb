import fc from "fast-check";
import { expect, it } from "vitest";
import { changedClock, clockFace, running, secondsLeft } from "@/lib/lessons/clock";

const now = new Date("2026-03-02T09:00:00Z");
const later = (seconds: number): Date => new Date(now.getTime() + seconds * 1000);

it("tells what is left, never less than nothing", () => {
  const clock = running(60, now);
  expect([0, 59.2, 60, 600].map((seconds) => secondsLeft(clock, later(seconds)))).toEqual([60, 1, 0, 0]);
});

it("stands while it is paused, and goes on with what was left", () => {
  const paused = changedClock(running(60, now), { do: "pause" }, later(20));
  expect(secondsLeft(paused, later(5000))).toBe(40);
  expect(secondsLeft(changedClock(paused, { do: "resume" }, later(100)), later(110))).toBe(30);
});

it("adds minutes to what is left, and begins anew once it has run out", () => {
  expect(secondsLeft(changedClock(running(60, now), { do: "add", minutes: 5 }, later(30)), later(30))).toBe(330);
  expect(secondsLeft(changedClock(running(60, now), { do: "add", minutes: 5 }, later(900)), later(900))).toBe(300);
  expect(changedClock({ endsAt: null, pausedSeconds: 10 }, { do: "add", minutes: 1 }, now)).toEqual({ endsAt: null, pausedSeconds: 70 });
});

it("loses no second through any number of pauses", () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 50 }), { maxLength: 10 }), (pauses) => {
      let [clock, at] = [running(600, now), 0];
      for (const wait of pauses) {
        clock = changedClock(changedClock(clock, { do: "pause" }, later(at)), { do: "resume" }, later(at + wait));
        at += wait;
      }
      expect(secondsLeft(clock, later(at))).toBe(600);
    }),
  );
});

it("is read as minutes and seconds", () => {
  expect([0, 9, 61, 680, 3600].map(clockFace)).toEqual(["0:00", "0:09", "1:01", "11:20", "60:00"]);
});
