import { createECDH, randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { createServer, type Server } from 'node:http'
import { Agent } from 'node:https'
import { createRequire } from 'node:module'
import { type AddressInfo, connect } from 'node:net'
import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { must } from '../../domain/values/assert.ts'
import { toInstant } from '../../domain/values/instant.ts'
import { toLocalDate } from '../../domain/values/local-date.ts'
import { savePushDevice } from '../push/push-devices.ts'
import { isPushService, makePusher } from '../push/pusher.ts'
import { onEachEngine } from '../storage/for-tests.ts'
import { inTellingSpace, runnerOf, smtp, type TellingSpace } from './for-tests.ts'

/** It has no types; this is what is asked of it. */
const ece = createRequire(import.meta.url)('http_ece') as {
  decrypt(body: Buffer, how: object): Buffer
}

const now = toInstant(Date.UTC(2026, 10, 24, 8))

interface Received {
  readonly path: string
  readonly headers: NodeJS.Dict<string | string[]>
  readonly body: Buffer
}

/** A service of a browser on this machine, whose answers a test chooses. It is spoken to without TLS: what it carries is encrypted. */
async function openPushService() {
  const received: Received[] = []
  const service = { received, status: 201, agent: new Agent(), close: () => Promise.resolve() }
  const server: Server = createServer((request, response) => {
    const parts: Buffer[] = []
    request.on('data', (part: Buffer) => parts.push(part))
    request.on('end', () => {
      const { url: path = '', headers } = request
      received.push({ path, headers, body: Buffer.concat(parts) })
      response.writeHead(service.status).end()
    })
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo // it listens on a port
  Object.assign(service.agent, { createConnection: () => connect(port, '127.0.0.1') })
  service.close = async () => {
    server.closeAllConnections()
    server.close()
  }
  return service
}

/** A device as a browser makes one: its keys never leave it. */
function makeDevice(name: string) {
  const keys = createECDH('prime256v1')
  const p256dh = keys.generateKeys().toString('base64url')
  const auth = randomBytes(16).toString('base64url')
  return {
    keys,
    told: { endpoint: `https://fcm.googleapis.com/fcm/send/${name}`, p256dh, auth },
    read: (body: Buffer): unknown =>
      JSON.parse(
        ece.decrypt(body, { version: 'aes128gcm', privateKey: keys, authSecret: auth }).toString(),
      ),
  }
}

async function signedInOn({ storage }: TellingSpace, device: ReturnType<typeof makeDevice>) {
  await storage.transaction((tx) =>
    tx
      .insertInto('auth_session')
      .values({
        ...{ id: device.told.endpoint.slice(-5), userId: 'user', token: device.told.endpoint },
        ...{ userAgent: null, deviceId: `dev_${device.told.endpoint.slice(-5)}` },
        ...{ createdAt: new Date(now).toISOString(), updatedAt: new Date(now).toISOString() },
      })
      .execute(),
  )
  const owner = { memberId: 'mem_hana', deviceId: `dev_${device.told.endpoint.slice(-5)}` }
  await savePushDevice(storage, owner, device.told, now)
}

async function book({ space }: TellingSpace) {
  const day = toLocalDate('2026-12-15')
  const wish = await space.request('mem_hana', 'res_desk-14', day, 600, 720)
  await space.send('mem_hana', wish)
  await space.outcomeOf(wish)
}

test('an address that is no service of a browser is not knocked at', () => {
  expect(isPushService('https://fcm.googleapis.com/fcm/send/x')).toBe(true)
  expect(isPushService('https://wns2-par02p.notify.windows.com/w/?token=x')).toBe(true)
  for (const address of [
    'http://fcm.googleapis.com/x',
    'https://169.254.169.254/latest',
    'https://localhost/x',
    'https://fcm.googleapis.com.evil.example/x',
    'https://evilfcm.googleapis.com:8443/x',
    'https://name@fcm.googleapis.com/x',
    'nothing',
  ]) {
    expect({ address, is: isPushService(address) }).toEqual({ address, is: false })
  }
})

/** As the library that signs people in makes it, which no settlement needs. */
async function makeSessions({ storage }: TellingSpace): Promise<void> {
  await sql
    .raw(`create table auth_session (id text primary key, "userId" text, token text, "userAgent" text, "deviceId" text,
      "createdAt" text, "updatedAt" text)`)
    .execute(storage.write)
}

onEachEngine('push', (makeDatabase) => {
  test('[B-14] [NEWS-12] each device is told once, in words that it alone can read, and one that is gone is forgotten', async () => {
    const service = await openPushService()
    try {
      await inTellingSpace(makeDatabase, now, async (telling) => {
        const { storage, space } = telling
        await makeSessions(telling)
        const pusher = await makePusher(storage, {
          publicUrl: null,
          agent: service.agent,
        })
        const phone = makeDevice('phone')
        await signedInOn(telling, phone)
        await book(telling)
        const run = () => runnerOf(storage, space, 'sending', smtp(telling.mail), pusher).runDue()
        await run()
        await run()
        const [first] = service.received
        expect(service.received).toHaveLength(1)
        expect(telling.mail.mails).toHaveLength(1)
        expect(phone.read(must(first, 'it was pushed').body)).toMatchObject({
          title: 'Booked: Desk 14, Tue 15 Dec, 10:00–12:00',
          url: expect.stringMatching(/^\/bookings#bkg_/),
          tag: expect.stringMatching(/^booked:bkg_/),
        })
        expect(first?.headers['authorization']).toMatch(/^vapid t=/)
        service.status = 410
        space.now = toInstant(now + 1_000)
        const later = toLocalDate('2026-12-16')
        const wish = await space.request('mem_hana', 'res_desk-14', later, 600, 720)
        await space.send('mem_hana', wish)
        await space.outcomeOf(wish)
        await run()
        const left = await storage.read.selectFrom('push_subscription').selectAll().execute()
        expect(left).toEqual([])
        expect(await telling.states()).toContain('booked came-back')
      })
    } finally {
      await service.close()
    }
  })
})
