/** What a start leaves for after the first paint: the service worker, and the end of a sign-out. */
import { isSharedComputer, readIdentity } from '../store/identity.ts'
import { registerServiceWorker } from './service-worker-bridge.ts'
import { clearLeft, watchSharedComputer } from './shared-computer.ts'
import { finishSignOut, leaveWithOtherTabs } from './sign-out.ts'

/** The first minute's data has arrived by then. */
const CARRIED_AFTER_MS = 5_000

export function afterPaint(): void {
  void registerServiceWorker()
  leaveWithOtherTabs()
  if (readIdentity() === null) {
    void (isSharedComputer() ? clearLeft() : finishSignOut())
    return
  }
  carryEditsSoon()
  if (isSharedComputer()) watchSharedComputer()
  else remindSoon()
}

/** What is due is due for hours. On a shared computer whoever passes would read it. */
function remindSoon(): void {
  const start = () => {
    import('./remind-here.ts').then(({ remindHere }) => remindHere()).catch(() => undefined) // without it the space still reminds
  }
  setTimeout(start, CARRIED_AFTER_MS)
}

/** Nobody waits for it: what was written without a network in a profile or a team's week goes out now, or when there is one again. */
function carryEditsSoon(): void {
  const carry = () => {
    import('../sync/carry-edits.ts').then(({ carryEdits }) => carryEdits()).catch(() => undefined) // it stays here, and goes with the next connection
  }
  setTimeout(carry, CARRIED_AFTER_MS)
  addEventListener('online', carry)
}
