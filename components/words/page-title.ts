import type { Metadata } from "next";
import { requestTranslator } from "./request-words";
import type { Words } from "./words";

/** For a page's `generateMetadata`: its title in the language of the request, and what else its head says. */
export const pageTitle = (key: keyof Words["titles"], more: Metadata = {}) => async (): Promise<Metadata> => ({ ...more, title: (await requestTranslator("titles"))(key) });
