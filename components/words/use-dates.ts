"use client";

import { useLocale } from "use-intl/react";
import { datesIn } from "./dates-in";

/** Writes moments in the language of the page. */
export const useDates = () => datesIn(useLocale());
