"use client";

import { Printer } from "lucide-react";
import { Button } from "@/components/ui/button";
import { Icon } from "@/components/ui/icon";

/** Opens the browser's print dialog, where the page can be kept as PDF. */
export function PrintButton({ words }: { words: string }) {
  return <Button size="small" icon={<Icon of={Printer} size="s" />} onClick={() => window.print()}>{words}</Button>;
}
