import { interval, plural, signed } from "./methods-numbers";
import type { MethodsFacts } from "./methods-facts";

/**
 * The methods paragraphs of one figure for a paper, in plain English: what was estimated from what, how, and what came
 * out. Three paragraphs: the data, the estimate, the figure. What is undefined says so; nothing is left out in silence.
 */
export function methodsParagraphs(facts: MethodsFacts): string[] {
  return [[...data(facts), ...filters(facts)], estimation(facts), found(facts)].map((sentences) => sentences.join(" "));
}

function data(facts: MethodsFacts): string[] {
  const { choice, articles, works, annotators, sharedWorks, settledArticles, published, codebookVersions, sampling } = facts;
  const versions = codebookVersions.length === 0 ? "" : ` with ${codebookVersions.length === 1 ? "version" : "versions"} ${codebookVersions.join(", ")} of the codebook`;
  const who = annotators === 0 ? "" : `, read by ${plural(annotators, "annotator")}${versions}; ${sharedWorks === 1 ? "1 work was" : `${sharedWorks} works were`} read by two or more, or settled`;
  return [
    `The figure is that of ${facts.group} toward ${facts.target}: ${plural(articles, "article")} (${plural(works, "work")}, copies of one text counted once)${who}.`,
    choice.by === "outlet" ? "A work is counted for the outlet that first published it." : "A work is counted for every site that put it up, with the headline and captions that the site gave it.",
    published === null ? "The articles have no days of publication." : published.from === published.to ? `They were published on ${published.from}.` : `They were published from ${published.from} to ${published.to}.`,
    sampling.trim() === "" ? "How the articles were sampled is not stated." : `Sampling: ${sampling.trim().replace(/[.\s]+$/u, "")}.`,
    choice.data === "raw"
      ? "Only what annotators submitted in the first round of independent work is counted, and no settled record."
      : `Where an article was adjudicated, its settled record stands in place of its annotators (${settledArticles} of ${articles}); elsewhere what annotators submitted in the first round is counted.`,
    facts.addressedBy === "evidence"
      ? "An article counts where it addresses the target: by a mark, a judgement or the coordinator’s word, or, where nobody judged it, by an unambiguous name of the target in its text."
      : "An article counts where a mark is about the target or the coordinator said that it addresses it.",
  ];
}

function filters({ choice, articleSet, target }: MethodsFacts): string[] {
  const days = choice.from === null && choice.to === null ? [] : [`days of publication ${choice.from === null ? "" : `from ${choice.from} `}${choice.to === null ? "on" : `to ${choice.to}`}`];
  const only = [
    ...(articleSet === null ? [] : [`the set “${articleSet}”`]),
    ...(choice.genre === null ? [] : [`genre ${choice.genre}`]),
    ...days,
    ...(choice.source === "any" ? [] : [`work done with the source ${choice.source}`]),
    ...(choice.codebookVersion === null ? [] : [`version ${choice.codebookVersion} of the codebook`]),
  ];
  return [
    ...(only.length === 0 ? [] : [`Limited to ${only.join("; ")}.`]),
    ...(choice.source === "any" && choice.codebookVersion === null ? [] : ["Work that holds neither a mark nor a judgement cannot be told apart by this and is left out."]),
    ...(choice.children ? [`Marks about what belongs to ${target} are added, each passage once for each annotator.`] : []),
  ];
}

const VOICES = { own: "own voice", quoted: "quoted words", all: "words of any voice, quoted and embedded ones included" } as const;
const DEVICES = { any: "by words or by the choice of facts", words: "by words", facts: "by the choice of facts" } as const;
const AIMS = { direct: "at the target itself", indirect: "at the target through an ally or opponent", any: "at the target itself or through an ally or opponent" } as const;

function estimation({ choice, severity, shrunken, labels }: MethodsFacts): string[] {
  const spans = choice.measured === "spans";
  return [
    spans
      ? `Each marked passage in the ${choice.by}’s ${VOICES[choice.voice]}, ${DEVICES[choice.device]}, aimed ${AIMS[choice.directness]}, counts as advocacy (+1), neutral (0) or critical (−1); an annotator’s value for an article is the mean of these, and 0 where an article addresses the target and nothing was marked.`
      : "Each annotator’s value for an article is the judgement of the whole article, quotations included, from −2 (strongly critical) to +2 (strong advocacy); “unclear” and “not addressed” have no value.",
    `Values were averaged without weights over the annotators of an article, the copies of a work and the works of the ${choice.by}.`,
    "The interval is a 95 % t interval over works (Student 1908), given from three works up and cut at the ends of the scale.",
    ...(severity === null ? [] : [severitySentence(severity)]),
    ...(shrunken === null || shrunken.value === null ? [] : ["Beside it stands the mean drawn toward what all have in common (DerSimonian and Laird 1986; Morris 1983)."]),
    ...(labels === null || labels.value === null ? [] : [`To see what is due to who read, annotators were drawn anew ${labels.value.draws} times within each article (Rao and Wu 1988) and the variances added by Rubin’s rule (Rubin 1987).`]),
  ];
}

function severitySentence(severity: NonNullable<MethodsFacts["severity"]>): string {
  if (severity.value === null) return "An adjustment for severe and mild annotators was asked for and refused: too few articles link them for their leanings to be told from the articles.";
  const { most, articles } = severity.value;
  return `Every annotator’s leaning was taken off, estimated by an additive fit of article and annotator over ${plural(articles, "article")} read by two or more (Henderson 1953); the largest is ${most.toFixed(2)}. The interval leaves out the uncertainty of these shifts.`;
}

function found(facts: MethodsFacts): string[] {
  const { figure, rate, shrunken, labels, agreement, choice, counted, unclear } = facts;
  const basis = choice.measured === "spans" ? plural(counted, "mark") : `${plural(counted, "judgement")}${unclear === 0 ? "" : `, ${unclear} more unclear`}`;
  return [
    figure.mean.value === null
      ? `There is no mean: ${plural(figure.works, "work")}, where three are needed (${basis}).`
      : `The mean is ${signed(figure.mean.value)} (${figure.interval.value === null ? "no interval, as every work has the same value" : interval(figure.interval.value)}; ${basis}).`,
    ...(rate === null || rate.mean.value === null ? [] : [`That is ${signed(rate.mean.value)} net marks per 1,000 characters of own voice${rate.interval.value === null ? "" : ` (${interval(rate.interval.value)})`}.`]),
    ...(shrunken === null || shrunken.value === null ? [] : [`Drawn toward the common mean it is ${signed(shrunken.value.mean)} (${interval(shrunken.value.interval)}).`]),
    ...(labels === null ? [] : labels.value === null ? (labels.reason === "one_coder_each" ? ["Every article was read by one coder alone, so that nothing can be said of what is due to who read."] : []) : [labelSentence(labels.value)]),
    agreementSentence(agreement),
    `Computed on ${facts.date} with Slantwise, data version ${facts.dataVersion}.`,
  ];
}

function labelSentence(labels: NonNullable<NonNullable<MethodsFacts["labels"]>["value"]>): string {
  const alone = labels.single === 0 ? "" : `; ${labels.single} of ${plural(labels.articles, "article")} had one coder and add nothing to that`;
  return `With the annotators drawn anew: ${interval(labels.interval)}, ${Math.round(100 * labels.share)} % of the variance being due to who read${alone}.`;
}

function agreementSentence(agreement: MethodsFacts["agreement"]): string {
  if (agreement === null) return "Agreement on this layer was not computed.";
  const { coefficient, value, low, high, articles } = agreement;
  if (value === null) return `Agreement on this layer is undefined (${coefficient}, ${plural(articles, "article")} read by two or more).`;
  return `Agreement on this layer: ${coefficient} = ${value.toFixed(2)}${low === null || high === null ? "" : ` (95 % interval ${low.toFixed(2)} to ${high.toFixed(2)})`}, ${plural(articles, "article")} read by two or more.`;
}
