"use client";

import { PageError, type Failure } from "@/components/projects/page-error";

export default function ProgressError(failure: Failure) {
  return <PageError of="progress" {...failure} />;
}
