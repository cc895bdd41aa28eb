import { Skeleton } from "@/components/ui/skeleton";

export default function Loading() {
  return <div className="page wide"><Skeleton label="Loading" rows={12} /></div>;
}
