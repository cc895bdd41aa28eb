"use client";

import { PageError, type Failure } from "@/components/projects/page-error";

export default function StanceError(failure: Failure) {
  return <PageError of="stance" {...failure} />;
}
