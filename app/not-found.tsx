import Link from "next/link";
import { EmptyState } from "@/components/ui/empty-state";

export default function NotFound() {
  return (
    <main className="page narrow">
      <EmptyState level={1} size="page" what="There is nothing here" why="The address may be mistyped, or the page is not open to you." action={<Link className="btn primary" href="/">To your projects</Link>} />
    </main>
  );
}
