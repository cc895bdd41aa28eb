import { actorOf, anonymous, type Actor } from "@/lib/accounts/server/actor";
import { authenticate } from "@/lib/accounts/server/auth-door";
import { addressOf, credentialOf } from "@/lib/accounts/server/credential";
import { enrolMember } from "@/lib/lessons/server/enrol";
import { checkOrigin } from "@/lib/api/request";
import { acceptInvitations, pendingInvitation } from "@/lib/projects/server/invitations";

export const dynamic = "force-dynamic";

const invitations = { pending: pendingInvitation, accept: (actor: Actor, person: { email: string; name: string | null }) => acceptInvitations(actor, person, enrolMember) };

async function handle(request: Request): Promise<Response> {
  const actor = request.headers.has("authorization") ? anonymous(addressOf(request.headers)) : await actorOf(credentialOf(request.headers));
  return authenticate(actor, request, invitations, checkOrigin);
}

export { handle as GET, handle as POST };
