import { Kbd } from "@/components/ui/kbd";

/** The key of a control, on the control; nothing where it has none. */
export function KeyCap({ of }: { of: string | undefined }) {
  return of === undefined ? null : <Kbd>{of}</Kbd>;
}
