"use client";

import { PageError, type Failure } from "@/components/projects/page-error";

export default function AssignError(failure: Failure) {
  return <PageError of="assign" {...failure} />;
}
