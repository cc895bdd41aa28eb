import { SHARE_VOICES, type ShareVoice, type VoiceShares } from "@/lib/articles/voice-shares";

/** What share of an article's counted text each voice has: a bar that is there for the eye, and the same in words. */
export function VoiceBar({ shares, label, names }: { shares: VoiceShares; label: string; names: Readonly<Record<ShareVoice, string>> }) {
  const total = SHARE_VOICES.reduce((sum, voice) => sum + shares[voice], 0);
  if (total === 0) return null;
  const there = SHARE_VOICES.filter((voice) => shares[voice] > 0 || voice === "own");
  return (
    <div className="voice-shares">
      <div className="voice-bar" aria-hidden="true">{there.map((voice) => <i key={voice} className={voice} style={{ flexGrow: shares[voice] }} />)}</div>
      <ul aria-label={label}>{there.map((voice) => <li key={voice}><i className={voice} aria-hidden="true" />{names[voice]} <span className="num">{percent(shares[voice] / total)}</span></li>)}</ul>
    </div>
  );
}

/** What is there is not called nothing. */
const percent = (share: number): string => (share > 0 && share < 0.005 ? "< 1 %" : `${Math.round(share * 100)} %`);
