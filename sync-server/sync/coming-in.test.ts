import { connect } from 'node:net'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { WebSocket } from 'ws'
import { makeSqlite, type TestDatabase } from '../storage/for-tests.ts'
import {
  helloOf,
  makePeer,
  ORIGIN,
  openTestDoor,
  openTestOutbox,
  type TestDoor,
  testSample,
} from './for-tests.ts'

let database: TestDatabase
let door: TestDoor

beforeAll(async () => {
  database = await makeSqlite(testSample)
  door = await openTestDoor(await database.open())
})
afterAll(async () => {
  await door.close()
  await database.remove()
})

test('[SYNC-01] without a cookie, or without a ticket, nobody comes in', async () => {
  const hana = await door.signIn('mem_hana')
  await expect(door.upgrade(door.ticket(hana)).opened).rejects.toThrow('401')
  await expect(door.upgrade(null, cookieOf(hana)).opened).rejects.toThrow('401')
})

test('[SYNC-01] a ticket works once, for thirty seconds, with the cookie of the same sign-in', async () => {
  const hana = await door.signIn('mem_hana')
  const anton = await door.signIn('mem_anton')
  const ticket = door.ticket(hana)
  await expect(door.upgrade(ticket, cookieOf(anton)).opened).rejects.toThrow('401')
  await expect(door.upgrade(ticket, cookieOf(hana)).opened).rejects.toThrow('401')
  const late = door.ticket(hana)
  await door.pass(31_000)
  await expect(door.upgrade(late, cookieOf(hana)).opened).rejects.toThrow('401')
  await expect(door.upgrade('made-up', cookieOf(hana)).opened).rejects.toThrow('401')
  const fine = door.upgrade(door.ticket(hana), cookieOf(hana))
  await fine.opened
  fine.socket.terminate()
})

test('[SYNC-02] only pages of exactly our own origin come in', async () => {
  const hana = await door.signIn('mem_hana')
  const strangers = [
    'http://portal.evil.test',
    'http://portal.test.evil.com',
    'https://portal.test',
    'http://portal.test:81',
    'HTTP://PORTAL.TEST',
    'http://portal.test/',
    'null',
    '',
  ]
  for (const origin of strangers) {
    const peer = door.upgrade(door.ticket(hana), { ...cookieOf(hana), origin })
    await expect(peer.opened, origin).rejects.toThrow('403')
  }
  const bare = new WebSocket(
    `ws://127.0.0.1:${door.port}/sync`,
    ['portal.v1', `ticket.${door.ticket(hana)}`],
    { headers: cookieOf(hana) },
  )
  await expect(makePeer(bare).opened).rejects.toThrow('403')
  for (const site of ['cross-site', 'same-site', 'none']) {
    const peer = door.upgrade(door.ticket(hana), { ...cookieOf(hana), 'sec-fetch-site': site })
    await expect(peer.opened, site).rejects.toThrow('403')
  }
})

test('[SYNC-03] who does not say hello within three seconds, or says something else, has to go', async () => {
  const hana = await door.signIn('mem_hana')
  const silent = door.upgrade(door.ticket(hana), cookieOf(hana))
  await silent.opened
  await door.pass(3_000)
  expect(await silent.closed).toBe(4408)
  const rude = door.upgrade(door.ticket(hana), cookieOf(hana))
  await rude.opened
  rude.say({ type: 'ping', id: 1 })
  expect(await rude.closed).toBe(4400)
})

test('[SYNC-03] a hello of another device is told to sign in', async () => {
  const hana = await door.signIn('mem_hana')
  const other = await door.signIn('mem_hana')
  const peer = door.upgrade(door.ticket(hana), cookieOf(hana))
  await peer.opened
  peer.say(helloOf(other))
  expect(await peer.closed).toBe(4401)
})

test('[SYNC-04] of thirty connections of one member eight stay, and other members come in', async () => {
  const chi = await door.signIn('mem_hana')
  const peers = Array.from({ length: 30 }, () => door.upgrade(door.ticket(chi), cookieOf(chi)))
  await Promise.all(peers.map((peer) => peer.opened))
  for (const peer of peers.slice(8)) expect(await peer.closed).toBe(4429)
  for (const peer of peers.slice(0, 8)) expect(peer.socket.readyState).toBe(WebSocket.OPEN)
  const anton = await door.open(await door.signIn('mem_anton'))
  for (const peer of [...peers, anton]) peer.socket.terminate()
})

test('[SYNC-05] an app below the floor is told to update, and its outbox is taken all the same', async () => {
  const hana = await door.signIn('mem_hana')
  const old = door.upgrade(door.ticket(hana), cookieOf(hana))
  await old.opened
  old.say(helloOf(hana, 0))
  expect(await old.hear('welcome')).toMatchObject({ wire: 0 })
  old.say({ type: 'follow', channel: 5, document: 'member/mem_hana', epoch: null, n: 0 })
  expect(await old.hear('left')).toEqual({ type: 'left', channel: 5, code: 4426 })
  const outbox = await openTestOutbox(old, hana)
  outbox.push({ id: 'bki_old-app', seq: 3, kind: 'booking.request', v: 0 })
  expect(await outbox.received()).toBe(3)
  old.socket.terminate()
})

test('[SYNC-06] a hello that comes with the handshake itself is heard', async () => {
  const hana = await door.signIn('mem_hana')
  const request = [
    'GET /sync HTTP/1.1',
    'Host: portal.test',
    'Connection: Upgrade',
    'Upgrade: websocket',
    'Sec-WebSocket-Version: 13',
    'Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==',
    `Sec-WebSocket-Protocol: portal.v1, ticket.${door.ticket(hana)}`,
    `Origin: ${ORIGIN}`,
    `Cookie: s=${hana.id}`,
  ].join('\r\n')
  const socket = connect(door.port, '127.0.0.1')
  const hello = maskedText(JSON.stringify(helloOf(hana)))
  socket.write(Buffer.concat([Buffer.from(`${request}\r\n\r\n`), hello]))
  let answer = ''
  socket.on('data', (bytes) => {
    answer += String(bytes)
  })
  await expect.poll(() => answer).toContain('"type":"welcome"')
  socket.destroy()
})

test('[SYNC-07] whatever else is asked for at the door is refused in words of HTTP', async () => {
  for (const path of [
    '/',
    '/other',
    '/sync%2f',
    '//sync',
    '/sync/%E0%A4%A',
    '/sync/member/mem_hana',
  ]) {
    const peer = makePeer(new WebSocket(`ws://127.0.0.1:${door.port}${path}`))
    await expect(peer.opened, path).rejects.toThrow(/40[34]/)
  }
  expect(door.log).toEqual([])
})

function cookieOf({ id }: { readonly id: string }): { readonly cookie: string } {
  return { cookie: `s=${id}` }
}

/** One text frame as a browser sends it, with a mask of zeros. */
function maskedText(text: string): Buffer {
  const bytes = Buffer.from(text)
  return Buffer.concat([Buffer.from([0x81, 0x80 | bytes.length, 0, 0, 0, 0]), bytes])
}
