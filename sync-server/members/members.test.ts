import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { simpleParser } from 'mailparser'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startTestPortal, type TestBrowser, type TestPortal } from '../for-tests.ts'

const site = 'sit_harbour-loft'
let server: TestPortal
let mara: TestBrowser
let jonas: TestBrowser
let hana: TestBrowser

beforeAll(async () => {
  server = await startTestPortal()
  mara = await server.signIn('mara@harbourloft.example')
  jonas = await server.signIn('jonas@harbourloft.example')
  hana = await server.signIn('hana@harbourloft.example')
})
afterAll(() => server.remove())

/** Mails to somebody about something, as they lie in the sample's folder: other mails may come before or after them. */
function mailsTo(who: string, subject: string): readonly string[] {
  const folder = join(server.folder, 'mail')
  return readdirSync(folder)
    .filter((name) => name.includes(who))
    .map((name) => readFileSync(join(folder, name), 'utf8'))
    .filter((mail) => mail.includes(`Subject: ${subject}`))
}

async function idOf(email: string): Promise<string> {
  const { body } = await mara.get(`/api/members/${site}`)
  const members = body['members'] as readonly { id: string; email: string }[] // our own answer
  return members.find((one) => one.email === email)?.id ?? ''
}

test('[O-15] [A-11] a manager invites somebody, who signs in with the code that is mailed to that address', async () => {
  const person = { name: 'Ada Lovelace', email: 'ada@engines.example', tierId: 'tie_hot-desk' }
  expect((await mara.post(`/api/members/${site}`, person)).status).toBe(200)
  await expect
    .poll(() => mailsTo('ada-engines', 'Welcome to Harbour Loft').length, { timeout: 10_000 })
    .toBe(1)
  expect((await mara.post(`/api/members/${site}`, person)).status).toBe(409)
  const ada = await server.signIn('ada@engines.example')
  expect((await ada.get('/api/me')).body['member']).toMatchObject({
    ...{ name: 'Ada Lovelace', role: 'member', tierId: 'tie_hot-desk', siteIds: [site] },
  })
})

test('[N-01] who was invited is sent one letter: the way in, how to start and the house rules', async () => {
  const person = { name: 'Grace Hopper', email: 'grace@engines.example', tierId: 'tie_hot-desk' }
  expect((await mara.post(`/api/members/${site}`, person)).status).toBe(200)
  const letters = () => mailsTo('grace-engines', '')
  await expect.poll(() => letters().length, { timeout: 10_000 }).toBe(1)
  const { text = '' } = await simpleParser(letters()[0] ?? '')
  expect(text).toContain('1. Sign in with your mail address')
  expect(text).toContain('/sign-in#email=grace%40engines.example')
  expect(text).toMatch(/Show the Wi-Fi code: \S+\/me\?show=codes/)
  const { access } = (await mara.get(`/api/access/${site}`)).body
  const code = String(Object(access)['code'])
  expect([code, text.includes(code)]).toEqual([expect.stringMatching(/\S/), false])
  // Again only when somebody says so, and then short.
  const again = `/api/members/${site}/${await idOf(person.email)}/invite`
  expect((await mara.post(again, {})).status).toBe(200)
  await expect.poll(() => letters().length, { timeout: 10_000 }).toBe(2)
  // The code is in the mail where the location wants that.
  await mara.post(`/api/access/${site}`, { ...Object(access), isMailed: true })
  const next = { name: 'Joan Clarke', email: 'joan@engines.example', tierId: 'tie_hot-desk' }
  await mara.post(`/api/members/${site}`, next)
  await expect.poll(() => mailsTo('joan-engines', '').length, { timeout: 10_000 }).toBe(1)
  expect((await simpleParser(mailsTo('joan-engines', '')[0] ?? '')).text).toContain(code)
})

test('[O-15] only staff read members, only managers invite, give roles and remove, and each is noted', async () => {
  const dev = 'mem_dev'
  const asked = [
    () => hana.get(`/api/members/${site}`),
    () => hana.get(`/api/members/${site}/${dev}`),
    () => hana.post(`/api/members/${site}/${dev}/notes`, { text: 'x' }),
    () => jonas.post(`/api/members/${site}`, { name: 'X', email: 'x@x.example' }),
    () => jonas.post(`/api/members/${site}/${dev}/role`, { role: 'manager' }),
    () => jonas.request('DELETE', `/api/members/${site}/${dev}`),
    () => jonas.get(`/api/join-link/${site}`),
    () => mara.get(`/api/members/sit_elsewhere/${dev}`),
  ]
  for (const ask of asked) expect((await ask()).status).toBe(404)
  expect((await jonas.get(`/api/members/${site}`)).status).toBe(200)
  expect(
    (await jonas.post(`/api/members/${site}/${dev}/notes`, { text: 'Likes tea.' })).status,
  ).toBe(200)
  const { body } = await jonas.get(`/api/members/${site}/${dev}`)
  expect(body['notes']).toMatchObject([{ text: 'Likes tea.', by: 'Jonas Weber' }])
  expect(body['bills']).toBe(null)
  expect((await mara.get(`/api/members/${site}/${dev}`)).body['bills']).not.toBe(null)
})

test('[O-15] nobody changes an owner’s role or their own, and no owner is made', async () => {
  for (const path of ['mem_mara/role']) {
    expect((await mara.post(`/api/members/${site}/${path}`, { role: 'member' })).status).toBe(409)
  }
  expect((await mara.post(`/api/members/${site}/mem_jonas/role`, { role: 'owner' })).status).toBe(
    400,
  )
  expect((await mara.request('DELETE', `/api/members/${site}/mem_mara`)).status).toBe(409)
  expect(
    (await mara.post(`/api/members/${site}/mem_jonas/role`, { role: 'community' })).status,
  ).toBe(200)
  expect((await jonas.get('/api/me')).body['member']).toMatchObject({ role: 'community' })
})

test('[O-15] the list says when somebody last came, by their bookings, and when they last used the portal', async () => {
  const { body } = await mara.get(`/api/members/${site}`)
  const members = body['members'] as readonly Seen[] // our own answer
  const of = (id: string) => members.find((one) => one.id === id)
  const page = await mara.get(`/api/members/${site}/mem_hana`)
  const bookings = page.body['bookings'] as readonly { interval: { startsAt: number } }[] // our own answer
  const begun = bookings.map(({ interval }) => interval.startsAt).filter((at) => at <= Date.now())
  expect(of('mem_hana')).toMatchObject({ hereAt: Math.max(...begun), seenAt: expect.any(Number) })
  expect(of('mem_mara')).toMatchObject({ hereAt: null, seenAt: expect.any(Number) })
})

interface Seen {
  readonly id: string
  readonly hereAt: number | null
  readonly seenAt: number | null
}

test('[O-15] whoever is removed is signed out, and what they had ahead is given back', async () => {
  const email = 'paula@harbourloft.example'
  const paula = await server.signIn(email)
  expect((await mara.request('DELETE', `/api/members/${site}/${await idOf(email)}`)).status).toBe(
    200,
  )
  expect((await paula.get('/api/me')).status).toBe(401)
  expect(await idOf(email)).toBe('')
})

test('[A-11] by the link one joins, or asks to, with a yes to the house rules; the answer does not tell who is a member', async () => {
  const make = (needsApproval: boolean) =>
    mara.post(`/api/join-link/${site}`, { tierIds: ['tie_hot-desk'], needsApproval })
  const { body } = await make(false)
  const path = `/api/join/${body['token']}`
  const nobody = server.browser()
  const { offer } = (await nobody.get(path)).body as { offer: Record<string, unknown> } // ours
  expect(offer).toMatchObject({
    siteName: 'Harbour Loft',
    needsApproval: false,
    needsMethod: false,
  })
  expect(offer['tiers']).toMatchObject([
    { id: 'tie_hot-desk', fee: { per: 'month' }, firstBill: { total: { currency: 'EUR' } } },
  ])
  const { version } = offer['houseRules'] as { version: number } // the sample has some
  const person = { name: 'Grace', email: 'grace@ships.example', tierId: 'tie_hot-desk' }
  expect((await nobody.post(path, person)).status).toBe(400)
  const yes = { acceptedVersion: version }
  expect((await nobody.post(path, { ...person, ...yes, tierId: 'tie_office' })).status).toBe(400)
  expect((await nobody.post(path, { ...person, ...yes })).body).toEqual({ state: 'joined' })
  const known = { ...person, ...yes, email: 'hana@harbourloft.example' }
  expect((await nobody.post(path, known)).body).toEqual({ state: 'joined' })
  const grace = await server.signIn('grace@ships.example')
  const me = (await grace.get('/api/me')).body['member']
  expect(me).toMatchObject({ consents: [{ siteId: site, version }], role: 'member' })

  const asking = `/api/join/${(await make(true)).body['token']}`
  expect((await nobody.get(path)).body).toEqual({ offer: null })
  const linus = { ...person, ...yes, name: 'Linus', email: 'linus@kernels.example' }
  expect((await nobody.post(asking, linus)).body).toEqual({ state: 'asked' })
  expect(await idOf(linus.email)).toBe('')
  const told = (await mara.get(`/api/join-link/${site}`)).body['requests'] as readonly {
    id: string
  }[] // ours
  expect(told).toHaveLength(1)
  await mara.post(`/api/join-link/${site}/${told[0]?.id}`, { answer: 'yes' })
  expect(await idOf(linus.email)).toMatch(/^mem_/)
  await expect
    .poll(() => mailsTo('linus-kernels', 'Welcome to Harbour Loft').length, { timeout: 10_000 })
    .toBe(1)
  await mara.request('DELETE', `/api/join-link/${site}`)
  expect((await nobody.get(asking)).body).toEqual({ offer: null })
})

test('[ADDON-10] who decides what is offered by the month sees who has what, and nobody else does', async () => {
  for (const one of [hana, jonas]) expect((await one.get(`/api/addons/${site}`)).status).toBe(404)
  expect((await mara.get('/api/addons/sit_elsewhere')).status).toBe(404)
  const { status, body } = await mara.get(`/api/addons/${site}`)
  expect(status).toBe(200)
  expect(Object.values(body)).toContainEqual(
    expect.objectContaining({ memberName: 'Kai Tanaka', name: 'Locker', until: null }),
  )
})
