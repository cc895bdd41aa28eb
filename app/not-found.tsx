import Link from "next/link";
import { Plate } from "@/components/accounts/plate";
import { EmptyState } from "@/components/ui/empty-state";

export default function NotFound() {
  return (
    <div className="front single">
      <Plate />
      <main id="main">
        <EmptyState level={1} size="page" what="There is nothing here" why="The address may be mistyped, or the page is not open to you." action={<Link className="btn primary" href="/">To your projects</Link>} />
      </main>
    </div>
  );
}
