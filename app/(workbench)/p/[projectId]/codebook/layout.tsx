import type { ReactNode } from "react";
import { AreaWords } from "@/components/words/area-words";

export default function CodebookLayout({ children }: { children: ReactNode }) {
  return <AreaWords of={["codebook"]}>{children}</AreaWords>;
}
