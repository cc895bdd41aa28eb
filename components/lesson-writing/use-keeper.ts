"use client";

import { useEffect, useState, useSyncExternalStore } from "react";
import { Keeper, type KeeperPorts, type Written } from "./keeper";

const PREFIX = "slantwise.writing ";

/** What is written under a name (whose it is, and what about) and is not saved, on this device; null also where the browser keeps nothing. */
export function storeUnder<T>(name: string): KeeperPorts<T>["store"] {
  return {
    read() {
      try {
        return JSON.parse(localStorage.getItem(PREFIX + name) ?? "null") as Written<T> | null;
      } catch {
        return null;
      }
    },
    write(kept) {
      try {
        if (kept === null) localStorage.removeItem(PREFIX + name);
        else localStorage.setItem(PREFIX + name, JSON.stringify(kept));
      } catch {
        // A browser that keeps nothing still sends.
      }
    },
  };
}

/** Runs something after a while, unless the returned function is called before. */
export const later = (work: () => void, milliseconds: number): (() => void) => {
  const timer = setTimeout(work, milliseconds);
  return () => clearTimeout(timer);
};

/** A keeper of one piece of writing for as long as its form is shown. `name` and `start` are those of the first showing. */
export function useKeeper<T extends object>(name: string, start: Written<T>, worth: (value: T) => boolean, save: (value: T, version: number) => Promise<Written<T>>) {
  const [keeper] = useState(() => new Keeper<T>({ store: storeUnder(name), save, worth, later }, start));
  const now = useSyncExternalStore(keeper.watch, keeper.snapshot, keeper.snapshot);
  useEffect(() => {
    const flush = () => keeper.flush();
    keeper.resume();
    window.addEventListener("online", flush);
    return () => {
      window.removeEventListener("online", flush);
      keeper.stop();
    };
  }, [keeper]);
  return { keeper, now };
}
