import type { LeftHere } from "@/components/annotator/unsent/left-here";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";

type Props = { left: LeftHere | null; busy: boolean; /** The last try to send did not get through. */ stuck: boolean; onStay: () => void; onSend: () => void; onLeave: () => void; onDiscard: () => void };

/** Asked before somebody signs out whose work is in this browser only. */
export function SignOutDialog({ left, busy, stuck, onStay, onSend, onLeave, onDiscard }: Props) {
  const { waiting = 0, aside = 0, fragile = false } = left ?? {};
  return (
    <Dialog
      open={left !== null}
      onClose={onStay}
      title="Some of your work is only here"
      acts={
        <>
          <Button look="danger" busy={busy} onClick={onDiscard}>Throw it away and sign out</Button>
          {!fragile && <Button busy={busy} onClick={onLeave}>Leave it here and sign out</Button>}
          {waiting > 0 && <Button busy={busy} onClick={onSend}>Send it first</Button>}
          <Button look="primary" onClick={onStay}>Stay signed in</Button>
        </>
      }
    >
      {waiting > 0 && <p>{`${counted(waiting)} not reached the server yet.`}</p>}
      {aside > 0 && <p>{`${counted(aside)} not been taken by the server, or ${aside === 1 ? "waits" : "wait"} for you to choose.`}</p>}
      {fragile
        ? <p>This browser does not keep it: it ends with this tab.</p>
        : <p className="muted">What you leave here stays on this device, for whoever can read its files, and goes to the server when you sign in here again. Nobody else who signs in here sees or sends it.</p>}
      <div role="status">{stuck && "The server cannot be reached just now. Stay, or leave it here."}</div>
    </Dialog>
  );
}

function counted(count: number): string {
  return count === 1 ? "1 change has" : `${count} changes have`;
}
