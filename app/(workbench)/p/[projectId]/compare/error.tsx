"use client";

import { PageError, type Failure } from "@/components/projects/page-error";

export default function CompareError(failure: Failure) {
  return <PageError of="compare" {...failure} />;
}
