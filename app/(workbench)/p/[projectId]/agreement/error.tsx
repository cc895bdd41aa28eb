"use client";

import { PageError, type Failure } from "@/components/projects/page-error";

export default function AgreementError(failure: Failure) {
  return <PageError of="agreement" {...failure} />;
}
