import { FramingGlyph, GLYPH_CLASS } from "@/components/ui/framing-glyph";

const READINGS = [
  { shape: "advocacy", word: "Advocacy", of: "toward the port company, in the paper’s own voice" },
  { shape: "critical", word: "Critical", of: "toward the town council, in the same words" },
  { shape: "advocacy", word: "Advocacy", of: "toward the port company, but quoted" },
] as const;

/** The one marked sentence of the sign-in page. */
export function Hero() {
  return (
    <div className="hero">
      <p className="p" aria-hidden="true">
        <mark className="m own adv"><FramingGlyph shape="advocacy" className="pin p1 adv-c" /><span className="u adv l1">What the town hall </span></mark>
        <mark className="m deep"><FramingGlyph shape="critical" className="pin p2 crit-c" /><span className="u adv l1"><span className="u crit l2">could not manage in six months</span></span></mark>
        <mark className="m own adv"><span className="u adv l1">, the port company managed before breakfast.</span></mark> <span className="said">“</span>
        <mark className="m quoted adv said"><FramingGlyph shape="advocacy" className="pin p1 adv-c" /><span className="u adv l1">We did what neighbours do</span></mark><span className="said">,”</span> said its harbour-master.
      </p>
      <p className="vh">What the town hall could not manage in six months, the port company managed before breakfast. “We did what neighbours do,” said its harbour-master.</p>
      <dl>
        {READINGS.map((reading) => (
          <div key={reading.of}>
            <dt><span className={`fr ${GLYPH_CLASS[reading.shape]}`}><FramingGlyph shape={reading.shape} />{reading.word}</span></dt>
            <dd>{reading.of}</dd>
          </div>
        ))}
      </dl>
    </div>
  );
}
