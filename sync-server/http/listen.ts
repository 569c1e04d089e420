/** The TCP side of HTTP: takes a port, hands upgrades on, and lets go in good order. */
import type { IncomingMessage, Server } from 'node:http'
import type { AddressInfo, Socket } from 'node:net'
import type { Duplex } from 'node:stream'
import { createAdaptorServer } from '@hono/node-server'

export interface Listener {
  readonly port: number
  /** The same port on another interface. Requests under way are answered; idle connections are let go. */
  moveTo(hostname: string | null): void
  /** From now on nobody new is let in; who is inside is served. */
  stopAccepting(): void
  /** Resolves when the last request was answered; after the limit the rest is cut off. */
  drained(withinMs: number): Promise<void>
}

export interface ListenPorts {
  readonly port: number
  /** Null listens on every interface. */
  readonly hostname: string | null
  fetch(request: Request, env: unknown): Response | Promise<Response>
  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void
}

export async function listen(ports: ListenPorts): Promise<Listener> {
  const server = createAdaptorServer({ fetch: ports.fetch }) as Server // plain HTTP, as no other was asked for
  const port = await takePort(server, ports.port, ports.hostname)
  server.on('upgrade', ports.upgrade)
  // Counted here, because an upgraded socket is no longer the HTTP server's to close.
  const sockets = new Set<Socket>()
  server.on('connection', (socket: Socket) => {
    sockets.add(socket)
    socket.once('close', () => sockets.delete(socket))
  })
  let closed: Promise<void> | null = null
  const stopAccepting = () => {
    closed ??= new Promise((done) => server.close(() => done()))
    return closed
  }
  return {
    port,
    moveTo: (hostname) => {
      server.close()
      server.listen({ port, ...hostOf(hostname) })
    },
    stopAccepting,
    drained: async (withinMs) => {
      const limit = setTimeout(() => {
        for (const socket of sockets) socket.destroy()
      }, withinMs)
      await stopAccepting()
      clearTimeout(limit)
    },
  }
}

function hostOf(hostname: string | null) {
  return hostname === null ? {} : { host: hostname }
}

function takePort(server: Server, port: number, hostname: string | null): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => reject(inWords(error, port)))
    server.listen({ port, ...hostOf(hostname) }, () =>
      resolve((server.address() as AddressInfo).port),
    ) // TCP, so not a path
  })
}

function inWords(error: NodeJS.ErrnoException, port: number): Error {
  if (error.code === 'EADDRINUSE') {
    return new Error(`Port ${port} is taken by another program. Stop it, or set PORT to another.`)
  }
  if (error.code === 'EACCES') {
    return new Error(`Port ${port} may not be taken by this user. Set PORT to one above 1023.`)
  }
  return error
}
