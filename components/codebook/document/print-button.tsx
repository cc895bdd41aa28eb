"use client";

import type { ReactNode } from "react";
import { Button } from "@/components/ui/button";

/** Opens the browser's own print. */
export function PrintButton({ icon }: { icon: ReactNode }) {
  return <Button size="small" icon={icon} onClick={() => window.print()}>Print</Button>;
}
