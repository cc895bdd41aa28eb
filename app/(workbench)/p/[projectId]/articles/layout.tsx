import type { ReactNode } from "react";
import { AreaWords } from "@/components/words/area-words";

export default function ArticlesLayout({ children }: { children: ReactNode }) {
  return <AreaWords of={["articles", "copies", "imports", "intake", "names", "sets"]}>{children}</AreaWords>;
}
