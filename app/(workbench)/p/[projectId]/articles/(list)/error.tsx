"use client";

import { PageError, type Failure } from "@/components/projects/page-error";

export default function ListError(failure: Failure) {
  return <PageError of="articles" {...failure} />;
}
