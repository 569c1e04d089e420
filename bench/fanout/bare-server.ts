/** The limit: `ws` sends the same number of bytes to everybody in the room. No rights, no log, no disk. */
import { type WebSocket, WebSocketServer } from 'ws'
import { clockMs, listenToBench, tellBench } from './child.ts'

const rooms = new Map<number, Set<WebSocket>>()
const written = new Map<number, number>()

const server = new WebSocketServer({ port: 0, host: '127.0.0.1', perMessageDeflate: false })
server.on('connection', (socket, { url = '/' }) => {
  const room = Number(url.slice(1))
  const set = rooms.get(room) ?? new Set()
  rooms.set(room, set)
  set.add(socket)
  socket.on('close', () => set.delete(socket))
})
server.on('listening', () => {
  const address = server.address()
  const port = typeof address === 'object' && address !== null ? address.port : 0
  tellBench({ kind: 'listening', port })
})
listenToBench((room, bytes) => {
  const n = (written.get(room) ?? 0) + 1
  written.set(room, n)
  const message = Buffer.alloc(bytes)
  message.writeUInt32BE(n, 4) // where a row's number stands
  tellBench({ kind: 'sent', room, n, at: clockMs() })
  for (const socket of rooms.get(room) ?? []) socket.send(message)
})
