import { type BlockKind, isAnnotatable } from "./blocks";
import type { SpeechKind } from "./speech/passage";

/** Who speaks: the outlet; a source in quotation marks, or reported without; a post or document shown whole. */
export const SHARE_VOICES = ["own", "direct", "reported", "embedded"] as const;
/** One of `SHARE_VOICES`. */
export type ShareVoice = (typeof SHARE_VOICES)[number];

/** How much of the text that counts each voice has, in code points, spaces and marks included. */
export type VoiceShares = Readonly<Record<ShareVoice, number>>;

const VOICE_OF: Readonly<Record<SpeechKind, ShareVoice>> = { direct: "direct", block: "direct", reported: "reported", embed: "embedded", scare: "own" };

/** What share of the annotatable blocks each voice has. What is in no passage, and scare quotes, are the outlet's own. */
export function voiceShares(blocks: readonly { readonly ordinal: number; readonly kind: BlockKind; readonly start: number; readonly end: number }[], speech: readonly { readonly kind: SpeechKind; readonly start: number; readonly end: number }[]): VoiceShares {
  const shares = { own: 0, direct: 0, reported: 0, embedded: 0 };
  let next = 0;
  for (const block of blocks) {
    if (!isAnnotatable(block.kind)) continue;
    shares.own += block.end - block.start;
    while ((speech[next]?.end ?? Infinity) <= block.start) next += 1;
    for (let passage = speech[next]; passage !== undefined && passage.start < block.end; passage = speech[++next]) {
      shares.own -= passage.end - passage.start;
      shares[VOICE_OF[passage.kind]] += passage.end - passage.start;
    }
  }
  return shares;
}
