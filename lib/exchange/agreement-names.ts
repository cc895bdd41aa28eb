/** The figures of agreement that can be had as files. */
export const AGREEMENT_FIGURES = ["layers", "labels", "targets", "others", "pairs", "confusion", "weeks", "severity", "causes"] as const;
export type AgreementFigure = (typeof AGREEMENT_FIGURES)[number];
export const FIGURE_FORMATS = ["csv", "svg", "png"] as const;
export type FigureFormat = (typeof FIGURE_FORMATS)[number];
