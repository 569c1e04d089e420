/** How tabs tell each other that nobody is signed in on this device any more. */

const sending = new BroadcastChannel('portal.leaving')

export function tellTabsToLeave(): void {
  sending.postMessage('leave')
}

/** Calls when it is time to leave, also in the tab that said so. */
export function onLeaving(listener: () => void): void {
  new BroadcastChannel('portal.leaving').onmessage = listener
}
