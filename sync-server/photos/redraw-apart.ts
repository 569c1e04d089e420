/** Draws pictures in a process of its own, one at a time: what breaks there breaks nothing here, and what takes too long is ended. */
import { spawn } from 'node:child_process'
import { buffer } from 'node:stream/consumers'
import { fileURLToPath } from 'node:url'
import { photoLimits } from './photo-limits.ts'
import type { Drawn, Redrawn } from './redraw.ts'

const script = fileURLToPath(new URL('redraw-process.ts', import.meta.url))

/** Null while too many wait. */
export type RedrawApart = (file: Buffer, sides: readonly number[]) => Promise<Redrawn | null>

export function makeRedrawApart(): RedrawApart {
  let waiting = 0
  let last: Promise<unknown> = Promise.resolve()
  return (file, sides) => {
    if (waiting >= photoLimits.waitingMax) return Promise.resolve(null)
    waiting += 1
    const drawn = last.then(() => drawIn(file, sides))
    last = drawn.finally(() => {
      waiting -= 1
    })
    return drawn
  }
}

async function drawIn(file: Buffer, sides: readonly number[]): Promise<Redrawn> {
  const child = spawn(process.execPath, [script, ...sides.map(String)], {
    stdio: ['pipe', 'pipe', 'ignore'],
    env: {}, // nothing of ours is of use there
    timeout: photoLimits.apartMsMax,
    killSignal: 'SIGKILL',
  })
  const ended = new Promise<void>((resolve) => {
    child.once('close', () => resolve())
    child.once('error', () => resolve())
  })
  child.stdin.on('error', () => undefined) // it may be gone before it has read everything
  child.stdin.end(file)
  const text = await buffer(child.stdout)
  await ended
  return readResult(text.toString('utf8')) ?? { kind: 'refused', why: 'unreadable' }
}

/** What our own script wrote; cut off where it was ended. */
function readResult(text: string): Redrawn | null {
  try {
    const found = JSON.parse(text) as Redrawn // written by our own script
    if (found.kind === 'refused') return found
    return { kind: 'drawn', sizes: found.sizes.map(withBytes) }
  } catch {
    return null
  }
}

function withBytes({ width, height, bytes }: Drawn): Drawn {
  return { width, height, bytes: Buffer.from(String(bytes), 'base64') }
}
