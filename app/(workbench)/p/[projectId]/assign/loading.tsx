import { Skeleton } from "@/components/ui/skeleton";

export default function Loading() {
  return <div className="page"><Skeleton label="Loading" rows={12} /></div>;
}
