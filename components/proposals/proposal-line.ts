import type { Proposal } from "@/lib/codebook/server/proposals";
import type { ProposalLine } from "./api";

/** A proposal that a page has read, as its components take it. */
export const proposalLine = (proposal: Proposal): ProposalLine => ({ ...proposal, createdAt: proposal.createdAt.toISOString(), decidedAt: proposal.decidedAt?.toISOString() ?? null, spans: proposal.spans as ProposalLine["spans"] });
