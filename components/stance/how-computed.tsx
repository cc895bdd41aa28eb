/** The method in plain words, for whoever asks. The whole of it stands in docs/statistics.md. */
export function HowComputed() {
  return (
    <details className="how">
      <summary>How this is computed</summary>
      <p>Only submitted work counts, and practice articles never do. Each mark is +1 (advocacy), 0 (neutral) or −1 (critical).</p>
      <p>Marks become one number step by step, and at each step everything weighs the same: an annotator’s marks in an article, then the annotators of an article, then the copies of a work, then the works of an outlet. A work that ten sites re-published counts once for its outlet.</p>
      <p>The outlet’s figure is in its own voice. Those it quotes stand beside it and are never added. On a re-published copy, headline, headings and captions count as the publisher’s.</p>
      <p>From three works on there is a 95 % t interval over works; below that the works stand by themselves. Fewer than 5 works, or none read by two annotators, is not enough to compare; 5 to 19 is tentative. Outlets whose intervals overlap are not ranked, and the order is always by name.</p>
      <p>“Per 1,000” is advocacy minus critical marks for each 1,000 characters of own voice, a 0 for works that address the target without marks. It tells a report from a polemic where the mean cannot.</p>
    </details>
  );
}
