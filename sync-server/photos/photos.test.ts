import { Buffer } from 'node:buffer'
import { crc32 } from 'node:zlib'
import sharp from 'sharp'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startTestPortal, type TestBrowser, type TestPortal } from '../for-tests.ts'
import { photoLimits } from './photo-limits.ts'

const path = '/api/photos/sit_harbour-loft'
let server: TestPortal
let mara: TestBrowser
let hana: TestBrowser
let picture: Buffer
beforeAll(async () => {
  server = await startTestPortal()
  mara = await server.signIn('mara@harbourloft.example')
  hana = await server.signIn('hana@harbourloft.example')
  const background = { r: 40, g: 90, b: 160 }
  picture = await sharp({ create: { width: 800, height: 600, channels: 3, background } })
    .png()
    .toBuffer()
})
afterAll(() => server.remove())

function add(file: Buffer, who = mara, headers: object = {}) {
  return who.request('POST', path, file, { 'content-type': 'application/octet-stream', ...headers })
}

async function read(who: TestBrowser, hash: string) {
  const url = `http://127.0.0.1:${server.portal.port}${path}/${hash}`
  const response = await fetch(url, { headers: { cookie: who.cookie } })
  return { response, bytes: Buffer.from(await response.arrayBuffer()) }
}

test('[PHOTOS-01] [O-01] a picture is kept in two sizes and read by members as what it was drawn to', async () => {
  const { status, body } = await add(picture)
  expect(status).toBe(200)
  expect(body).toMatchObject({ width: 800, height: 600, alt: '' })
  for (const hash of [body['full'], body['small']]) {
    const { response, bytes } = await read(hana, String(hash))
    expect(response.headers.get('content-type')).toBe('image/webp')
    expect(response.headers.get('cache-control')).toBe('private, no-store')
    expect(response.headers.get('content-security-policy')).toContain('sandbox')
    expect((await sharp(bytes).metadata()).format).toBe('webp')
    expect(bytes.length).toBeLessThanOrEqual(1_000_000)
  }
})

test('[PHOTOS-04] nobody else reads them: signed out, of another hash, of another location', async () => {
  const { body } = await add(picture)
  const hash = String(body['full'])
  expect((await read(server.browser(), hash)).response.status).toBe(401)
  expect((await read(hana, hash.replace(/./g, 'a'))).response.status).toBe(404)
  expect((await read(hana, '../../etc')).response.status).toBe(404)
  const elsewhere = await hana.get(`/api/photos/sit_elsewhere/${hash}`)
  expect(elsewhere.status).toBe(404)
})

test('[PHOTOS-01] only managers add, only from the app, only at their own location', async () => {
  expect((await add(picture, hana)).status).toBe(403)
  expect((await add(picture, server.browser())).status).toBe(401)
  expect((await add(picture, mara, { 'x-app': '' })).status).toBe(403)
  expect((await add(picture, mara, { 'content-type': 'image/png' })).status).toBe(403)
  const elsewhere = await mara.request('POST', '/api/photos/sit_elsewhere', picture, {
    'content-type': 'application/octet-stream',
  })
  expect(elsewhere.status).toBe(404)
})

const svg =
  '<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"><script>alert(1)</script></svg>'

test.each([
  ['a drawing with a script', () => Buffer.from(svg), 'not-a-picture'],
  [
    'a page called a picture',
    () => Buffer.from('<!doctype html><script>1</script>'),
    'not-a-picture',
  ],
  ['a moving picture', () => Buffer.from('GIF89a\x01\x00\x01\x00'), 'not-a-picture'],
  ['nothing', () => Buffer.from('x'), 'not-a-picture'],
  ['a page behind the first bytes of a picture', () => mixed(), 'unreadable'],
  ['a picture that was cut off', () => picture.subarray(0, picture.length / 2), 'unreadable'],
  ['a picture of the wrong name inside', () => webpNamed(), 'unreadable'],
  ['more pixels than can be, in few bytes', () => withSize(30_000, 30_000), 'too-many-pixels'],
  ['a line', () => withSize(1, 60_000), 'too-small'],
])('[PHOTOS-01] [PHOTOS-02] refused: %s', async (_what, make, code) => {
  const { status, body } = await add(make())
  expect(status).toBe(400)
  expect(body).toMatchObject({ error: { code } })
})

test('[PHOTOS-02] reading stops at 10 MB, whatever comes', async () => {
  const { status, body } = await add(Buffer.concat([picture, Buffer.alloc(20_000_000)]))
  expect(status).toBe(413)
  expect(body).toMatchObject({ error: { code: 'too-large' } })
})

test('[PHOTOS-03] neither what is hidden behind a picture nor where it was taken is kept', async () => {
  const behind = Buffer.from('<script>alert(document.domain)</script>PK\x03\x04')
  const jpeg = await sharp(picture)
    .withExif({ IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '53/1 32/1 0/1' } })
    .jpeg()
    .toBuffer()
  for (const file of [Buffer.concat([picture, behind]), Buffer.concat([jpeg, behind])]) {
    const { status, body } = await add(file)
    expect(status).toBe(200)
    const { bytes } = await read(hana, String(body['full']))
    expect(bytes.includes('script')).toBe(false)
    expect((await sharp(bytes).metadata()).exif).toBeUndefined()
  }
})

test('[PHOTOS-07] [F-06] what a floor is drawn over is kept once, larger, for those who may publish it', async () => {
  const at = '/api/backgrounds/sit_harbour-loft'
  const headers = { 'content-type': 'application/octet-stream' }
  const page = await sharp(picture).resize(2_800, 2_100).png().toBuffer()
  const { status, body } = await mara.request('POST', at, page, headers)
  expect(status).toBe(200)
  expect(body).toEqual({ picture: expect.any(String), width: 2_560, height: 1_920 })
  const { bytes } = await read(hana, String(body['picture']))
  expect((await sharp(bytes).metadata()).width).toBe(2_560)
  expect((await hana.request('POST', at, page, headers)).status).toBe(403)
  expect((await server.browser().request('POST', at, page, headers)).status).toBe(401)
  const drawing = await mara.request('POST', at, Buffer.from(svg), headers)
  expect(drawing.body).toMatchObject({ error: { code: 'not-a-picture' } })
  expect((await mara.request('POST', '/api/backgrounds/sit_elsewhere', page, headers)).status).toBe(
    404,
  )
})

test('[PHOTOS-05] who comes when too many wait is asked to try again', async () => {
  const answers = await Promise.all(Array.from({ length: 8 }, () => add(picture)))
  const statuses = answers.map(({ status }) => status)
  expect(statuses).toContain(200)
  expect(statuses).toContain(503)
  expect((await add(picture)).status).toBe(200)
})

/** The first bytes of a picture, and then a page. */
function mixed(): Buffer {
  return Buffer.concat([picture.subarray(0, 16), Buffer.from(svg)])
}

/** Called WebP by its first bytes, a PNG from there on. */
function webpNamed(): Buffer {
  return Buffer.concat([Buffer.from('RIFF\x00\x00\x00\x00WEBP'), picture])
}

/** The picture with a header that says so. */
function withSize(width: number, height: number): Buffer {
  const file = Buffer.from(picture)
  file.writeUInt32BE(width, 16)
  file.writeUInt32BE(height, 20)
  file.writeUInt32BE(crc32(file.subarray(12, 29)), 29)
  return file
}

test('[PHOTOS-08] [A-01] a member adds a picture of themselves, a few an hour', async () => {
  const portrait = (who: TestBrowser) =>
    who.request('POST', '/api/portraits/sit_harbour-loft', picture, {
      'content-type': 'application/octet-stream',
    })
  const { status, body } = await portrait(hana)
  expect(status).toBe(200)
  const { bytes } = await read(mara, String(body['photo']))
  expect((await sharp(bytes).metadata()).width).toBe(384)
  for (let more = 1; more < photoLimits.portraitsPerHourMax; more += 1) {
    expect(
      (
        await hana.request('POST', '/api/portraits/sit_harbour-loft', Buffer.from('x'), {
          'content-type': 'application/octet-stream',
        })
      ).status,
    ).toBe(400)
  }
  expect((await portrait(hana)).status).toBe(429)
  expect((await portrait(mara)).status).toBe(200)
})
