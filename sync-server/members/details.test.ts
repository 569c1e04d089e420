import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { must } from '../../domain/values/assert.ts'
import { startTestPortal } from '../for-tests.ts'
import { onEachEngine } from '../storage/for-tests.ts'
import { inPortal } from './for-tests.ts'

const site = 'sit_harbour-loft'
const hanas = 'hana@harbourloft.example'
const later = 'hana@sato-letters.example'

/** Mails to an address, the oldest first. */
function mailsTo(folder: string, email: string): readonly string[] {
  const ending = `${email.replace(/[^a-z0-9]+/gi, '-')}.eml`
  const names = readdirSync(join(folder, 'mail')).filter((name) => name.endsWith(ending))
  return names.toSorted().map((name) => readFileSync(join(folder, 'mail', name), 'utf8'))
}

async function codeTo(folder: string, email: string): Promise<string> {
  const found = () => /Subject: (\d{6}) confirms/.exec(mailsTo(folder, email).at(-1) ?? '')?.[1]
  await expect.poll(found, { timeout: 10_000 }).toBeDefined()
  return must(found(), 'it was polled for')
}

onEachEngine('one’s own name and address', (makeDatabase) => {
  test('[A-01] [MEMBERSHIPS-05] who changes their name and address is called so everywhere, keeps their sign-ins, and signs in with the new one alone', async () => {
    await inPortal(makeDatabase, async ({ server, folder, tablesWith }) => {
      const hana = await server.signIn(hanas)
      const mara = await server.signIn('mara@harbourloft.example')
      expect((await hana.post('/api/me/name', { name: ' Hana\u202e  Sato-Quist ' })).body).toEqual({
        name: 'Hana Sato-Quist',
      })
      expect((await hana.post('/api/me/name', { name: '  ' })).status).toBe(400)
      const { body } = await mara.get(`/api/members/${site}`)
      expect(JSON.stringify(body)).toContain('Hana Sato-Quist')

      expect((await hana.post('/api/me/address', { email: later })).body).toEqual({ sent: true })
      const code = await codeTo(folder, later)
      const wrong = code === '111111' ? '222222' : '111111'
      const refused = await hana.post('/api/me/address', { email: later, code: wrong })
      expect(refused.status).toBe(401)
      const done = await hana.post('/api/me/address', { email: later, code })
      expect([done.status, server.log]).toEqual([200, []])

      const me = (await hana.get('/api/me')).body['member']
      expect(me).toMatchObject({ id: 'mem_hana', email: later, name: 'Hana Sato-Quist' })
      const anew = await server.signIn(later)
      expect((await anew.get('/api/me')).body['member']).toMatchObject({ id: 'mem_hana' })
      await expect.poll(() => mailsTo(folder, hanas).at(-1)).toContain('has changed')
      expect(await tablesWith(hanas)).toEqual([])
      const before = mailsTo(folder, hanas).length
      await server.browser().post('/api/sign-in/code', { email: hanas })
      await server.browser().post('/api/sign-in/code', { email: later })
      expect(mailsTo(folder, hanas)).toHaveLength(before)
    })
  })
})

test('[A-01] [MEMBERSHIPS-06] an address is nobody’s but whoever reads its mail, and of two members never the same; guessing ends', async () => {
  const server = await startTestPortal()
  try {
    const hana = await server.signIn(hanas)
    const taken = 'dev@harbourloft.example'
    expect((await hana.post('/api/me/address', { email: 'nonsense' })).status).toBe(400)
    expect((await hana.post('/api/me/address', { email: hanas })).status).toBe(409)
    // The answer is that of any address: only its reader learns more.
    expect((await hana.post('/api/me/address', { email: taken })).body).toEqual({ sent: true })
    const code = await codeTo(server.folder, taken)
    expect((await hana.post('/api/me/address', { email: taken, code })).status).toBe(409)
    const guess = async () =>
      (await hana.post('/api/me/address', { email: later, code: '000000' })).status
    const guesses: number[] = []
    for (let n = 0; n < 12; n += 1) guesses.push(await guess())
    expect(guesses.slice(-2)).toEqual([429, 429])
    expect((await server.browser().post('/api/me/address', { email: later })).status).toBe(401)
    expect((await server.browser().post('/api/me/name', { name: 'X' })).status).toBe(401)
  } finally {
    await server.remove()
  }
})
