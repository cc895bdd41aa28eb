import type { Words } from "@/components/words/words";
import type { Label } from "@/lib/codebook/content";
import { FRAMINGS } from "@/lib/codebook/framing";
import type { KeyMap } from "../keyboard/key-map";
import type { KeyCommand } from "../keys";
import type { Codebook } from "../labels/codebook";
import type { AnnotatorSession } from "../state/session";

/** What a command does, in the project's words; null when it means nothing here, as the digit of a target that is not there. */
export function wordsOf({ id, command }: KeyCommand, { codebook, document, t }: Pick<AnnotatorSession, "codebook" | "document" | "t">): string | null {
  if (command.do === "target") return document.targets[command.number - 1]?.name ?? null;
  const framing = FRAMINGS.find((one) => one === id);
  return framing === undefined ? t(`keyboard.does.${id as keyof Words["keyboard"]["does"]}`) : codebook.framing(framing);
}

/** The labels of the codebook that ask for a key, with the key that they have here. */
export function labelsWithKeys(codebook: Codebook, keys: KeyMap): { readonly set: string; readonly label: Label; readonly key: string | null; readonly moved: boolean }[] {
  return codebook.spanSets.flatMap((set) =>
    codebook.offered(set).flatMap(({ label }) => {
      if (label.shortcut === null) return [];
      const key = keys.labelKey(label);
      return [{ set: set.name, label, key, moved: keys.settings.singleKeys && key !== label.shortcut.toLowerCase() }];
    }),
  );
}
