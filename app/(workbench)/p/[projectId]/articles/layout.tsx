import type { ReactNode } from "react";
import { AreaWords } from "@/components/words/area-words";

export default function ArticlesLayout({ children }: { children: ReactNode }) {
  return <AreaWords of={["articles", "imports", "intake", "names"]}>{children}</AreaWords>;
}
