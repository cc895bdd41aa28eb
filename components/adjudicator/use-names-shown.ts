import { useState } from "react";

const KEY = "slantwise.adjudicate.names";

function stored(): boolean {
  try {
    return localStorage.getItem(KEY) === "names";
  } catch {
    return false;
  }
}

/** Whether annotators go by their names instead of letters; remembered in this browser. */
export function useNamesShown(): [boolean, (named: boolean) => void] {
  const [named, setNamed] = useState(stored);
  const set = (next: boolean): void => {
    setNamed(next);
    try {
      localStorage.setItem(KEY, next ? "names" : "letters");
    } catch {
      // It still holds until the page is left.
    }
  };
  return [named, set];
}
