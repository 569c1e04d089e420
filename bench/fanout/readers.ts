/** People who read: one socket each, all in this process. They note when which row came and look no further. */
import { WebSocket } from 'ws'
import { WIRE_VERSION } from '../../domain/wire/protocol-version.ts'
import { clockMs, roomName } from './child.ts'

export interface Readers {
  /** Called for every row that reaches a reader. */
  onRow(listener: (room: number, n: number, at: number, bytes: number) => void): void
  close(): void
}

type Take = (room: number, n: number, at: number, bytes: number) => void

/** `rooms` documents, from the first one on, with `each` readers; resolves when all of them follow theirs. */
export async function openReaders(
  port: number,
  kind: 'portal' | 'bare',
  rooms: number,
  each: number,
  first = 0,
): Promise<Readers> {
  let take: Take = () => undefined
  const opened = await Promise.all(
    Array.from({ length: rooms * each }, (_, index) => {
      const room = first + (index % rooms)
      const onRow: Take = (...row) => take(...row)
      return kind === 'bare' ? openBare(port, room, onRow) : openMember(port, index, room, onRow)
    }),
  )
  return {
    onRow: (listener) => {
      take = listener
    },
    close: () => {
      for (const socket of opened) socket.terminate()
    },
  }
}

async function openBare(port: number, room: number, onRow: Take): Promise<WebSocket> {
  const socket = new WebSocket(`ws://127.0.0.1:${port}/${room}`, { perMessageDeflate: false })
  socket.on('message', (data: Buffer) => onRow(room, data.readUInt32BE(4), clockMs(), data.length))
  await new Promise((resolve) => socket.once('open', resolve))
  return socket
}

async function openMember(
  port: number,
  index: number,
  room: number,
  onRow: Take,
): Promise<WebSocket> {
  const id = `mem_reader-${index}`
  const socket = new WebSocket(`ws://127.0.0.1:${port}/sync`, ['portal.v1', `ticket.${id}`], {
    origin: 'http://bench',
    headers: { cookie: id },
    perMessageDeflate: false,
  })
  const device = `dev_${id.slice(4)}`
  socket.once('open', () =>
    socket.send(JSON.stringify({ type: 'hello', wire: WIRE_VERSION, app: 'bench', device })),
  )
  await new Promise((resolve, reject) => {
    socket.on('message', (data: Buffer, isBinary) => {
      if (isBinary) return onRow(room, data.readUInt32BE(4), clockMs(), data.length)
      const { type } = JSON.parse(data.toString()) as { type: string } // the server's own words
      const follow = { type: 'follow', channel: 1, document: roomName(room), epoch: null, n: 0 }
      if (type === 'welcome') socket.send(JSON.stringify(follow))
      if (type === 'following') resolve(null)
      if (type === 'left') reject(new Error(`${follow.document} may not be followed`))
    })
    socket.once('close', (code) => reject(new Error(`A reader was closed with ${code}`)))
  })
  return socket
}
