"use client";

import { PageError, type Failure } from "@/components/projects/page-error";

export default function CodebookError(failure: Failure) {
  return <PageError of="codebook" {...failure} />;
}
