import type { ReactNode } from "react";
import { AreaWords } from "@/components/words/area-words";

export default function AssignLayout({ children }: { children: ReactNode }) {
  return <AreaWords of={["assign", "names"]}>{children}</AreaWords>;
}
