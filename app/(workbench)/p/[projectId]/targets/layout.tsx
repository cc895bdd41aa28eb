import type { ReactNode } from "react";
import { AreaWords } from "@/components/words/area-words";

export default function TargetsLayout({ children }: { children: ReactNode }) {
  return <AreaWords of={["targets", "suggest", "suggestions"]}>{children}</AreaWords>;
}
