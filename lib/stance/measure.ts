import { type Answer, type Fields, type Metrics, NotDefined } from "@/lib/agreement/measure/metric";
import { eachAt, fieldsAt, numberFrom, numbersAt, refuse, wholeAt } from "@/lib/agreement/measure/read";
import { clusterMean } from "./cluster-means";
import { jamesStein } from "./james-stein";
import { randomEffects } from "./random-effects";

type Answers = Readonly<Record<string, Answer>>;

const FEW = new NotDefined("too_few_outlets");

function randomEffectsOf(input: Fields): Answers {
  const y = numbersAt(input["y"], "input.y");
  const v = numbersAt(input["v"], "input.v", y.length);
  v.forEach((variance, i) => {
    if (variance <= 0) refuse(`input.v[${i}]`, "above 0", variance);
  });
  const found = randomEffects(y, v);
  if (found === null) return { mu: FEW, se: FEW, ci_low: FEW, ci_high: FEW, tau2: FEW, Q: FEW, ebEstimates: FEW };
  return { mu: found.mu, se: found.se, ci_low: found.low, ci_high: found.high, tau2: found.tau2, Q: found.q, ebEstimates: found.shrunken };
}

function jamesSteinOf(input: Fields): Answers {
  const y = numbersAt(input["y"], "input.y");
  y.forEach((share, i) => {
    if (share < 0 || share > 1) refuse(`input.y[${i}]`, "a share from 0 to 1", share);
  });
  const found = jamesStein(y, numberFrom(input["n"], "input.n", 1));
  return found === null ? { shrink: FEW, estimates: FEW } : { shrink: found.shrink, estimates: found.estimates };
}

function clusterReplay(input: Fields): Answers {
  const articles = eachAt(input["articles"], "input.articles", (article, place) => numbersAt(fieldsAt(article, place)["stances"], `${place}.stances`));
  const samples = eachAt(input["resamples"], "input.resamples", (sample, place) => eachAt(sample, place, (index, at) => wholeAt(index, at, 0, articles.length - 1)));
  const of = (weighing: "article" | "span") => samples.map((sample) => clusterMean(articles, sample, weighing) ?? new NotDefined("no_values"));
  return { article: of("article"), span: of("span") };
}

/** Estimates over outlets, for whoever wants to check them. */
export const STANCE_METRICS: Metrics = {
  random_effects_dl: (_, input) => randomEffectsOf(input),
  james_stein_equal_variance: (_, input) => jamesSteinOf(input),
  cluster_bootstrap_replay: (_, input) => clusterReplay(input),
};
