import type { ReactNode } from "react";
import { env } from "@/lib/platform/env";
import { LanBanner } from "@/components/projects/lan-banner";
import { AreaWords } from "@/components/words/area-words";

/** Around the pages before signing in. It decides nothing; it says when the network is a plain one. */
export default function FrontLayout({ children }: { children: ReactNode }) {
  return <AreaWords of={["front", "phrase"]}>{env().SLANTWISE_LAN === "1" && <LanBanner />}{children}</AreaWords>;
}
