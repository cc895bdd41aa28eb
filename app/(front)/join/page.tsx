import type { Metadata } from "next";
import { JoinPage } from "@/components/accounts/join-page";
import { Plate } from "@/components/accounts/plate";

export const metadata: Metadata = { title: "Join", referrer: "no-referrer" };

export default function Join() {
  return (
    <div className="front single">
      <Plate>Who is for whom, word by word</Plate>
      <main id="main"><JoinPage /></main>
    </div>
  );
}
