"use client";

import { PageError, type Failure } from "@/components/projects/page-error";

export default function ErrorPage(failure: Failure) {
  return <PageError of="page" {...failure} />;
}
