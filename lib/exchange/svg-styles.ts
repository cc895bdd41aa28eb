/** Colours of light paper, as app/styles/tokens.css has them (a test compares): a file has no stylesheet to ask. */
export const PAPER = {
  "--paper": "#ffffff", "--well": "#ebebe8", "--ink": "#1b1b1a", "--ink-2": "#484845", "--ink-3": "#63635f", "--rule": "#d9d9d5", "--rule-control": "#85857f",
  "--adv": "#0072b2", "--crit": "#d55e00", "--neu": "#6b7280", "--marker-soft": "#fff6d1",
  "--h0": "#f5f5f3", "--h1": "#e3e3df", "--h2": "#c9c9c4", "--h3": "#a3a39d", "--h4": "#6f6f6a", "--h5": "#3a3a38",
} as const;

/** The fonts of every file, the first of which the PNG is drawn with. */
export const FONTS = "Public Sans, Public Sans Variable, system-ui, sans-serif";

type Style = Readonly<Record<string, string>>;

const fill = (colour: string): Style => ({ fill: colour });
const stroke = (colour: string, width = "1", dashes?: string): Style => ({ fill: "none", stroke: colour, "stroke-width": width, ...(dashes === undefined ? {} : { "stroke-dasharray": dashes }) });
const type = (size: string, weight: string, colour: string): Style => ({ "font-size": size, "font-weight": weight, fill: colour });

/** What each class of a figure comes to on light paper, as attributes. Later classes of a shape win; `iv.adv` is `adv` on a shape whose first class is `iv`. */
const STYLES: Readonly<Record<string, Style>> = {
  ax: type("11", "500", PAPER["--ink-3"]),
  on: type("13", "600", PAPER["--ink"]),
  b: fill(PAPER["--ink-2"]),
  m: { "text-anchor": "middle" },
  e: { "text-anchor": "end" },
  s: { "text-anchor": "start" },
  grid: stroke(PAPER["--rule"]),
  zero: stroke(PAPER["--ink"]),
  pt: type("13", "600", PAPER["--ink"]),
  bg: { "paint-order": "stroke", stroke: PAPER["--paper"], "stroke-width": "6" },
  hot: fill(PAPER["--marker-soft"]),
  gg: {},
  "adv-c": fill(PAPER["--adv"]),
  "crit-c": fill(PAPER["--crit"]),
  "neu-c": fill(PAPER["--neu"]),
  iv: stroke(PAPER["--ink-2"], "2"),
  "iv.adv": { stroke: PAPER["--adv"] },
  "iv.crit": { stroke: PAPER["--crit"] },
  "iv.tent": { "stroke-width": "1" },
  "iv.few": stroke(PAPER["--ink-3"], "1", "1 3"),
  d: fill(PAPER["--ink-2"]),
  "d.adv": fill(PAPER["--adv"]),
  "d.crit": fill(PAPER["--crit"]),
  "d.tent": { fill: PAPER["--well"], stroke: PAPER["--ink-2"], "stroke-width": "1" },
  "on.thin": { "font-weight": "400" },
  ref: stroke(PAPER["--ink-3"], "1", "1 3"),
  sh: stroke(PAPER["--ink-2"], "2"),
  hol: { fill: PAPER["--paper"], stroke: PAPER["--ink-3"], "stroke-width": "1.5" },
  qv: stroke(PAPER["--ink-3"]),
  "qv.few": { "stroke-dasharray": "1 3" },
  qd: { fill: PAPER["--paper"], stroke: PAPER["--ink-3"] },
  cb: { fill: "none", "stroke-width": "8" },
  "cb.crit": { stroke: PAPER["--crit"], "stroke-dasharray": "5 2" },
  "cb.neu": { stroke: PAPER["--neu"], "stroke-dasharray": "2 2" },
  "cb.adv": { stroke: PAPER["--adv"] },
  "sp-num": type("12", "500", PAPER["--ink"]),
  "sp-pt": stroke(PAPER["--ink-3"]),
  "sp-line": stroke(PAPER["--ink-2"]),
  "sp-glyph": fill(PAPER["--ink"]),
  "ag-title": type("15", "600", PAPER["--ink"]),
  "ag-foot": type("10", "400", PAPER["--ink-3"]),
  "ag-b1": fill(PAPER["--h0"]),
  "ag-b2": fill(PAPER["--h1"]),
  "ag-ref": stroke(PAPER["--ink-3"], "1", "1 3"),
  "ag-edge": stroke(PAPER["--rule-control"]),
  "ag-iv": stroke(PAPER["--ink"], "2"),
  "ag-dot": fill(PAPER["--ink"]),
  "ag-line": { ...stroke(PAPER["--ink"], "2"), "stroke-linejoin": "round" },
  "ag-bar": fill(PAPER["--h4"]),
  "ag-name": type("12", "600", PAPER["--ink"]),
  "ag-cell": type("13", "500", PAPER["--ink"]),
  "ag-h": {},
  inv: fill(PAPER["--paper"]),
  "tl-name": type("12", "400", PAPER["--ink-2"]),
  "tl-lane": stroke(PAPER["--ink-3"]),
  "tl-break": stroke(PAPER["--ink"], "1", "1 3"),
  "tl-mark": fill(PAPER["--ink"]),
  "tl-label": { ...type("11", "500", PAPER["--ink"]), "paint-order": "stroke", stroke: PAPER["--paper"], "stroke-width": "6" },
  "tl-said": type("11", "600", PAPER["--ink"]),
  "tl-hot": fill(PAPER["--marker-soft"]),
  "tl-maybe": stroke(PAPER["--rule-control"], "1", "2 3"),
  faint: fill(PAPER["--ink-3"]),
  same: { stroke: PAPER["--ink"] },
  h0: { fill: PAPER["--h0"], stroke: PAPER["--rule"] },
  h1: fill(PAPER["--h1"]),
  h2: fill(PAPER["--h2"]),
  h3: fill(PAPER["--h3"]),
  h5: fill(PAPER["--h5"]),
  thin: { fill: PAPER["--paper"], stroke: PAPER["--rule-control"], "stroke-dasharray": "3 2" },
};

/**
 * The attributes that a shape's classes come to.
 * @throws Error for a class that no style is known of: it would be drawn black
 */
export function stylesOf(className: string): Style {
  const names = className.split(" ").filter(Boolean);
  return names.reduce<Style>((all, name) => {
    const style = STYLES[`${names[0]}.${name}`] ?? STYLES[name];
    if (style === undefined) throw new Error(`no style for the class ${name}`);
    return { ...all, ...style };
  }, {});
}
