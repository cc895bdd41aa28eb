import { AGENCY } from "./marks/agency";
import { COURIER } from "./marks/courier";
import { LEDGER } from "./marks/ledger";
import { OPINION } from "./marks/opinion";
import { POST } from "./marks/post";
import { SALTMARSH } from "./marks/saltmarsh";
import { TERN } from "./marks/tern";
import type { AnnotatorKey, SampleArticle, SampleOutlet, SampleSubmission, SampleTarget } from "./types";

/** The name says it on every page: nothing of this happened. */
export const SAMPLE_NAME = "Sample: the Kettle Bridge closure (invented)";
export const SAMPLE_DESCRIPTION =
  "Eight invented articles on one invented event, with the marks of three sample annotators. The town, the people and the outlets do not exist. Look around, mark what you like, delete it when you are done.";

/** Invented outlets. */
export const SAMPLE_OUTLETS: readonly SampleOutlet[] = [
  { key: "courier", name: "The Marrowby Courier", aliases: ["Marrowby Courier", "the Courier"] },
  { key: "tern", name: "The Daily Tern", aliases: ["Daily Tern", "the Tern"] },
  { key: "coastwire", name: "Coastwire", aliases: ["Coastwire (agency)"] },
  { key: "quay", name: "Quay Standard", aliases: ["The Quay Standard"] },
  { key: "ledger", name: "Harbour Ledger", aliases: ["The Harbour Ledger", "the Ledger"] },
  { key: "post", name: "Lode Valley Post", aliases: ["the Post"] },
  { key: "saltmarsh", name: "Saltmarsh Weekly", aliases: [] },
];

/** The mayor has the council as parent: a figure adds them only when asked. */
export const SAMPLE_TARGETS: readonly SampleTarget[] = [
  { key: "mayor", name: "Mayor Varrick", aliases: ["Odile Varrick", "the mayor", "her office"], focus: true, parent: "council" },
  { key: "council", name: "Town council", aliases: ["the council", "the town hall"], focus: true, parent: null },
  { key: "northlode", name: "Northlode Port Company", aliases: ["Northlode", "the port company", "Corin Thale", "the harbour-master"], focus: true, parent: null },
  { key: "union", name: "Bridge crew’s union", aliases: ["the union", "the bridge crew", "Bram Oxley"], focus: true, parent: null },
  { key: "inspectors", name: "Inspectors", aliases: ["Jördis Šťastná", "the chief inspector"], focus: false, parent: null },
];

/** Pseudonyms of nobody. */
export const SAMPLE_ANNOTATORS: readonly { readonly key: AnnotatorKey; readonly pseudonym: string }[] = [
  { key: "avocet", pseudonym: "Avocet (sample)" },
  { key: "bittern", pseudonym: "Bittern (sample)" },
  { key: "curlew", pseudonym: "Curlew (sample)" },
];

const common = { capturedOn: "2025-05-13", genre: "news", language: "en" } as const;

/** In the order of their dates. Texts are in `texts/<key>.txt`. */
export const SAMPLE_ARTICLES: readonly SampleArticle[] = [
  {
    ...common,
    key: "coastwire",
    title: "Marrowby bridge shut over cracked bearings, ferry service begins",
    outlet: "coastwire",
    publisher: "coastwire",
    byline: "Coastwire",
    url: "https://coastwire.example.org/2025/05/09/marrowby-bridge-shut",
    publishedOn: "2025-05-09",
    work: "agency-report",
    blocks: [],
  },
  {
    ...common,
    key: "quay-standard",
    title: "Ferries beat the town hall to it as cracked bridge is shut",
    outlet: "coastwire",
    publisher: "quay",
    byline: "Coastwire, edited by the Quay Standard desk",
    url: "https://quay-standard.example.org/news/ferries-beat-town-hall",
    publishedOn: "2025-05-09",
    work: "agency-report",
    blocks: [
      { startsWith: "Quay Standard | News", kind: "chrome" },
      { startsWith: "Ferries beat", kind: "headline" },
      { startsWith: "Coastwire, edited", kind: "byline" },
      { startsWith: "Northlode’s first boat", kind: "caption" },
      { startsWith: "You may also like", kind: "chrome" },
      { startsWith: "Leave a comment", kind: "chrome" },
    ],
  },
  {
    ...common,
    key: "marrowby-courier",
    title: "Kettle Bridge closed after night alarm; council promises daily reports",
    outlet: "courier",
    publisher: "courier",
    byline: "Tamsin Reeve",
    url: "https://courier.example.org/marrowby/kettle-bridge-closed",
    publishedOn: "2025-05-09",
    work: "courier-report",
    blocks: [
      { startsWith: "By Tamsin Reeve", kind: "byline" },
      { startsWith: "Share this article", kind: "chrome" },
      { startsWith: "More from the Courier", kind: "chrome" },
    ],
  },
  {
    ...common,
    key: "daily-tern",
    title: "They knew in April: mayor sat on warning until Kettle Bridge cracked",
    outlet: "tern",
    publisher: "tern",
    byline: "Lennart Fosse",
    url: "https://daily-tern.example.org/town-hall/they-knew-in-april",
    publishedOn: "2025-05-09",
    work: "tern-report",
    blocks: [
      { startsWith: "Home » Marrowby", kind: "chrome" },
      { startsWith: "They knew in April", kind: "headline" },
      { startsWith: "Lennart Fosse", kind: "byline" },
      { startsWith: "You may also like", kind: "chrome" },
      { startsWith: "Leave a comment", kind: "chrome" },
    ],
  },
  {
    ...common,
    key: "harbour-ledger",
    title: "Northlode steps in: how a port company kept Marrowby moving",
    outlet: "ledger",
    publisher: "ledger",
    byline: "Petra Lindqvist",
    url: "https://harbour-ledger.example.org/business/northlode-steps-in",
    publishedOn: "2025-05-10",
    work: "ledger-report",
    blocks: [
      { startsWith: "By Petra Lindqvist", kind: "byline" },
      { startsWith: "Corin Thale on the north quay", kind: "caption" },
      { startsWith: "Read next", kind: "chrome" },
    ],
  },
  {
    ...common,
    key: "saltmarsh-weekly",
    title: "First weekend on the water: queues, prams and one runaway goat",
    outlet: null,
    publisher: "saltmarsh",
    byline: null,
    url: "https://saltmarsh-weekly.example.org/first-weekend",
    publishedOn: "2025-05-12",
    genre: "feature",
    work: "weekend-report",
    blocks: [
      { startsWith: "Wenna Strake @tallowstreetbakes", kind: "embed" },
      { startsWith: "You may also like", kind: "chrome" },
      { startsWith: "Leave a comment", kind: "chrome" },
    ],
  },
  {
    ...common,
    key: "lode-valley-post",
    title: "“We wrote it down three times”: bridge crew’s warnings went unheard",
    outlet: "post",
    publisher: "post",
    byline: "Anouk Delacourt",
    url: "https://lode-valley-post.example.org/we-wrote-it-down",
    publishedOn: "2025-05-12",
    work: "post-report",
    blocks: [
      { startsWith: "By Anouk Delacourt", kind: "byline" },
      { startsWith: "What was asked", kind: "heading" },
      { startsWith: "What was given", kind: "heading" },
      { startsWith: "Leave a comment", kind: "chrome" },
    ],
  },
  {
    ...common,
    key: "ledger-opinion",
    title: "Opinion: the free ferry is the dearest thing on this river",
    outlet: "ledger",
    publisher: "ledger",
    byline: "Gwendolyn Ashby",
    url: "https://harbour-ledger.example.org/opinion/the-dearest-thing",
    publishedOn: "2025-05-13",
    genre: "opinion",
    work: "ledger-column",
    blocks: [
      { startsWith: "Gwendolyn Ashby", kind: "byline" },
      { startsWith: "The opinions of our columnists", kind: "chrome" },
      { startsWith: "You may also like", kind: "chrome" },
    ],
  },
];

/** What the three sample annotators submitted. */
export const SAMPLE_SUBMISSIONS: readonly SampleSubmission[] = [...COURIER, ...TERN, ...AGENCY, ...LEDGER, ...POST, ...OPINION, ...SALTMARSH];
