import { requestTranslator } from "@/components/words/request-words";
import { FramingGlyph, GLYPH_CLASS } from "@/components/ui/framing-glyph";

const READINGS = [
  { shape: "advocacy", of: "own" },
  { shape: "critical", of: "council" },
  { shape: "advocacy", of: "quoted" },
] as const;

/** The one marked sentence of the sign-in page. */
export async function Hero() {
  const t = await requestTranslator("welcome.hero");
  return (
    <div className="hero">
      <p className="p" aria-hidden="true">
        {t.rich("marked", {
          own: (words) => <mark className="m own adv"><FramingGlyph shape="advocacy" className="pin p1 adv-c" /><span className="u adv l1">{words}</span></mark>,
          both: (words) => <mark className="m deep"><FramingGlyph shape="critical" className="pin p2 crit-c" /><span className="u adv l1"><span className="u crit l2">{words}</span></span></mark>,
          rest: (words) => <mark className="m own adv"><span className="u adv l1">{words}</span></mark>,
          said: (words) => <span className="said">{words}</span>,
          quote: (words) => <mark className="m quoted adv said"><FramingGlyph shape="advocacy" className="pin p1 adv-c" /><span className="u adv l1">{words}</span></mark>,
        })}
      </p>
      <p className="vh">{t("plain")}</p>
      <dl>
        {READINGS.map((reading) => (
          <div key={reading.of}>
            <dt><span className={`fr ${GLYPH_CLASS[reading.shape]}`}><FramingGlyph shape={reading.shape} />{t(reading.shape)}</span></dt>
            <dd>{t(reading.of)}</dd>
          </div>
        ))}
      </dl>
    </div>
  );
}
