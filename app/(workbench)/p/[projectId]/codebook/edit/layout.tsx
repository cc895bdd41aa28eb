import type { ReactNode } from "react";
import { AreaWords } from "@/components/words/area-words";

export default function EditLayout({ children }: { children: ReactNode }) {
  return <AreaWords of={["codebookEdit", "writing", "proposals"]}>{children}</AreaWords>;
}
