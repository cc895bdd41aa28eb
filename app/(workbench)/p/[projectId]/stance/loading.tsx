import { Skeleton } from "@/components/ui/Skeleton";

export default function Loading() {
  return <div className="page"><Skeleton label="Loading the figures" rows={9} /></div>;
}
