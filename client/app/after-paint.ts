/** What a start leaves for after the first paint: the service worker, and the end of a sign-out. */
import { readIdentity } from '../store/identity.ts'
import { registerServiceWorker } from './service-worker-bridge.ts'
import { finishSignOut, leaveWithOtherTabs } from './sign-out.ts'

export function afterPaint(): void {
  void registerServiceWorker()
  leaveWithOtherTabs()
  if (readIdentity() === null) void finishSignOut()
}
