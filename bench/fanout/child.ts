/** How the bench and its two servers talk beside the sockets: each server is a process of its own, so that its time can be read. */
import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'

export type ToServer =
  /** Change the room's document, whose rows are this large on the wire. */
  | { readonly kind: 'write'; readonly room: number; readonly bytes: number }
  | { readonly kind: 'cpu' }

export type FromServer =
  | { readonly kind: 'listening'; readonly port: number }
  /** The room's n-th row is on its way: from here on delivery counts. */
  | { readonly kind: 'sent'; readonly room: number; readonly n: number; readonly at: number }
  /** Processor time of the process so far. */
  | { readonly kind: 'cpu'; readonly ms: number }

export interface Server {
  readonly port: number
  say(message: ToServer): void
  /** In place of who listened before. */
  onSent(listener: (sent: Extract<FromServer, { kind: 'sent' }>) => void): void
  cpuMs(): Promise<number>
  stop(): Promise<void>
}

export async function startServer(file: string, folder: string): Promise<Server> {
  const child = fork(fileURLToPath(new URL(file, import.meta.url)), [folder], { stdio: 'inherit' })
  const { port } = await next(child, 'listening')
  let onSent: (sent: Extract<FromServer, { kind: 'sent' }>) => void = () => undefined
  child.on('message', (message: FromServer) => {
    if (message.kind === 'sent') onSent(message)
  })
  return {
    port,
    say: (message) => child.send(message),
    onSent: (listener) => {
      onSent = listener
    },
    cpuMs: async () => {
      const answer = next(child, 'cpu')
      child.send({ kind: 'cpu' } satisfies ToServer)
      return (await answer).ms
    },
    stop: async () => {
      const isGone = once(child, 'exit')
      child.kill()
      await isGone
    },
  }
}

function next<Kind extends FromServer['kind']>(child: ChildProcess, kind: Kind) {
  return new Promise<Extract<FromServer, { kind: Kind }>>((resolve) => {
    const take = (message: FromServer) => {
      if (message.kind !== kind) return
      child.off('message', take)
      resolve(message as Extract<FromServer, { kind: Kind }>) // just compared
    }
    child.on('message', take)
  })
}

/** In a server: answers what the bench says. */
export function listenToBench(write: (room: number, bytes: number) => void): void {
  process.once('disconnect', () => process.exit()) // the bench is gone, however it ended
  process.on('message', (message: ToServer) => {
    if (message.kind === 'write') return write(message.room, message.bytes)
    const { user, system } = process.cpuUsage()
    tellBench({ kind: 'cpu', ms: (user + system) / 1000 })
  })
}

export function tellBench(message: FromServer): void {
  process.send?.(message)
}

/** A clock that both processes read alike. */
export function clockMs(): number {
  return performance.timeOrigin + performance.now()
}

export function roomName(room: number): string {
  return `occupancy/sit_harbour-loft/2026-W${String(room + 1).padStart(2, '0')}`
}
