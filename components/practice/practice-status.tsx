import { Note } from "@/components/ui/note";
import { ProgressBar } from "@/components/ui/progress-bar";
import "./practice.css";

/** An annotator's own standing in practice. */
export type Practice = { threshold: number | null; minimum: number; passed: boolean; done: number; mean: number | null; articles: number; waiting: number };

const two = (value: number): string => value.toFixed(2);

/** How far practice is, and what it opens; nothing where the project asks for none. */
export function PracticeStatus({ practice }: { practice: Practice }) {
  const { threshold, minimum, passed, done, mean, articles, waiting } = practice;
  if (threshold === null || (passed && done === 0)) return null;
  if (passed) return <Note>Practice is passed{mean !== null && ` with ${two(mean)}`}. Your articles are open.</Note>;
  const enough = done >= minimum;
  return (
    <section className="standing" aria-label="Practice">
      <ProgressBar label="Practice" value={Math.min(done, minimum)} max={minimum} text={`${done} of ${minimum} practice ${minimum === 1 ? "article" : "articles"} submitted`} detail={mean === null ? undefined : `mean of the last ${Math.min(done, minimum)}: ${two(mean)}`} />
      <p className="muted">
        {`A mean of ${two(threshold)} opens your ${waiting === 0 ? "articles" : waiting === 1 ? "article" : `${waiting.toLocaleString("en")} articles`}. `}
        {enough && articles <= done && "You have done all practice articles that you were given. Ask your coordinator for another one, or for a talk about the codebook."}
      </p>
    </section>
  );
}
