import { Skeleton } from "@/components/ui/skeleton";

export default function Loading() {
  return <div className="page narrow"><Skeleton label="Loading the codebook" look="text" rows={12} /></div>;
}
