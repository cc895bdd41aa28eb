import type { Choice } from "./choice";
import type { Coefficient, Line } from "./report";

/** A source as it is cited in a sentence, and in full. The same in every language. */
export type Reference = { readonly short: string; readonly full: string };

const KRIPPENDORFF_2016: Reference = { short: "Krippendorff et al. 2016", full: "Krippendorff, K., Mathet, Y., Bouvry, S., & Widlöcher, A. (2016). On the reliability of unitizing textual continua: Further developments. Quality & Quantity, 50, 2347–2364. https://doi.org/10.1007/s11135-015-0266-1" };
const KRIPPENDORFF_2019: Reference = { short: "Krippendorff 2019", full: "Krippendorff, K. (2019). Content analysis: An introduction to its methodology (4th ed.). Sage." };
const COHEN_1960: Reference = { short: "Cohen 1960", full: "Cohen, J. (1960). A coefficient of agreement for nominal scales. Educational and Psychological Measurement, 20, 37–46." };
const COHEN_1968: Reference = { short: "Cohen 1968", full: "Cohen, J. (1968). Weighted kappa: Nominal scale agreement with provision for scaled disagreement or partial credit. Psychological Bulletin, 70, 213–220." };
const SCOTT: Reference = { short: "Scott 1955", full: "Scott, W. A. (1955). Reliability of content analysis: The case of nominal scale coding. Public Opinion Quarterly, 19, 321–325." };
const FLEISS: Reference = { short: "Fleiss 1971", full: "Fleiss, J. L. (1971). Measuring nominal scale agreement among many raters. Psychological Bulletin, 76, 378–382." };
const BRENNAN: Reference = { short: "Brennan & Prediger 1981", full: "Brennan, R. L., & Prediger, D. J. (1981). Coefficient kappa: Some uses, misuses, and alternatives. Educational and Psychological Measurement, 41, 687–699." };
const GWET: Reference = { short: "Gwet 2008", full: "Gwet, K. L. (2008). Computing inter-rater reliability and its variance in the presence of high agreement. British Journal of Mathematical and Statistical Psychology, 61, 29–48." };
const HRIPCSAK: Reference = { short: "Hripcsak & Rothschild 2005", full: "Hripcsak, G., & Rothschild, A. S. (2005). Agreement, the F-measure, and reliability in information retrieval. Journal of the American Medical Informatics Association, 12, 296–298." };
const DA_SAN_MARTINO: Reference = { short: "Da San Martino et al. 2019", full: "Da San Martino, G., Yu, S., Barrón-Cedeño, A., Petrov, R., & Nakov, P. (2019). Fine-grained analysis of propaganda in news articles. Proceedings of EMNLP-IJCNLP 2019. arXiv:1910.02517" };
const MATHET: Reference = { short: "Mathet et al. 2015", full: "Mathet, Y., Widlöcher, A., & Métivier, J.-P. (2015). The unified and holistic method gamma (γ) for inter-annotator agreement measure and alignment. Computational Linguistics, 41(3), 437–479. https://doi.org/10.1162/COLI_a_00227" };
const TUKEY: Reference = { short: "Tukey 1958", full: "Tukey, J. W. (1958). Bias and confidence in not-quite large samples (abstract). Annals of Mathematical Statistics, 29, 614." };
const EFRON: Reference = { short: "Efron 1987", full: "Efron, B. (1987). Better bootstrap confidence intervals. Journal of the American Statistical Association, 82, 171–185." };

/** Where each coefficient comes from. */
export const SOURCES: Readonly<Record<Coefficient, Reference>> = {
  alpha: KRIPPENDORFF_2019, u_alpha: KRIPPENDORFF_2016, bar_u_alpha: KRIPPENDORFF_2016, cu_alpha: KRIPPENDORFF_2016, k_u_alpha: KRIPPENDORFF_2016, cohen_kappa: COHEN_1960, cohen_kappa_quadratic: COHEN_1968, scott_pi: SCOTT, fleiss_kappa: FLEISS,
  brennan_prediger: BRENNAN, ac1: GWET, ac2_quadratic: GWET, percent_items: KRIPPENDORFF_2019, percent_pairs: KRIPPENDORFF_2019, f1_exact: HRIPCSAK, f1_overlap: HRIPCSAK, f1_iou50: HRIPCSAK, f1_character: HRIPCSAK, f1_partial: DA_SAN_MARTINO, gamma: MATHET,
};

/** Where each kind of interval comes from. */
export const INTERVAL_SOURCES: Readonly<Record<Choice["interval"], Reference>> = { jackknife: TUKEY, bootstrap: EFRON };

/** The sources of some lines and of their intervals, each once, by name. */
export function referencesOf(lines: readonly Pick<Line, "coefficient">[], interval: Choice["interval"]): Reference[] {
  return [...new Set([...lines.map((line) => SOURCES[line.coefficient]), INTERVAL_SOURCES[interval]])].sort((a, b) => (a.full < b.full ? -1 : 1));
}
