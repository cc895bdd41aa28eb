import "server-only";
import type { MemberActor } from "@/lib/accounts/server/actor";
import { invalid } from "@/lib/kernel/errors";
import { understand } from "../../extract/understand";
import type { Proposals } from "../../imports/correct";

/** Understands words that a person typed over those of a row. Refuses (422) what cannot be stored. */
export async function understandAgain(_actor: MemberActor, text: string): Promise<{ text: string; understood: Proposals }> {
  const understood = understand({ kind: "text", text }, {});
  if (!understood.ok) throw invalid(understood.error.message, { errors: [{ path: "/text", message: understood.error.message }] });
  const { text: canonical, ...proposals } = understood.value;
  return { text: canonical, understood: proposals };
}
