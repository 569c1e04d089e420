/**
 * When the first page is on the screen. What it does not show waits for that, so that a slow connection carries the page before the
 * machinery: Dexie, Yjs, the service worker, notices.
 */
let say: () => void = () => undefined

export const painted = new Promise<void>((resolve) => {
  say = resolve
})

/** A page has been loaded, or could not be: the next frame shows it. */
export function sayPainted(): void {
  requestAnimationFrame(() => say())
}
