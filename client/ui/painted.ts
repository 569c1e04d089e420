/**
 * When the first page is on the screen, with what this device knows of it. What it does not show waits for that, so that neither a slow
 * connection nor a slow processor carries the machinery (Dexie, Yjs, the service worker, notices) before the page.
 */

/** Milliseconds. Rows answer within a tenth of a second; where storage does not, the machinery has to find out why. */
const PATIENCE_MS = 1_500

export function makePainted(nextFrame: (run: () => void) => void) {
  let say: () => void = () => undefined
  const painted = new Promise<void>((resolve) => {
    say = resolve
  })
  let isLoaded = false
  let asked = 0

  /** What is answered draws something that may ask in its turn, which it has done by the next frame. */
  function lookAround(): void {
    if (isLoaded && asked === 0) nextFrame(() => asked === 0 && say())
  }

  /** A page has been loaded, or could not be: it is painted in the first frame in which nothing that it asked for is on its way. */
  function sayPainted(): void {
    isLoaded = true
    setTimeout(say, PATIENCE_MS)
    lookAround()
  }

  /** Rows that the first page shows have been asked for. What it gives is called once they are there, or are known not to be. */
  function awaitRows(): () => void {
    let isWaiting = true
    asked += 1
    return () => {
      if (!isWaiting) return
      isWaiting = false
      asked -= 1
      lookAround()
    }
  }

  return { painted, sayPainted, awaitRows }
}

export const { painted, sayPainted, awaitRows } = makePainted((run) => requestAnimationFrame(run))
