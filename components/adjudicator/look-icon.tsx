import { Ban, Check, Equal, EqualNot, User } from "lucide-react";
import { Icon } from "@/components/ui/icon";
import type { ClusterLook } from "./state/look";

const SHAPES = { agree: Equal, differ: EqualNot, one: User, decided: Check, rejected: Ban } as const;

/** The sign of how a cluster stands; words stand beside it. */
export function LookIcon({ look }: { look: ClusterLook | "rejected" }) {
  return <Icon of={SHAPES[look]} size="s" />;
}
