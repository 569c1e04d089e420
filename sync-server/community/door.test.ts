import { createPublicKey, verify } from 'node:crypto'
import { expect, test } from 'vitest'
import { isDoorCode } from '../../domain/community/door/door-code.ts'
import { readPass } from '../../domain/community/door/door-pass.ts'
import { breakfast } from '../../domain/community/events/for-tests.ts'
import { readDoorKey, readOwnRsvp } from '../../domain/community/events/happening-sections.ts'
import { must } from '../../domain/values/assert.ts'
import { addMinutes } from '../../domain/values/instant.ts'
import { inTestSpace, intentOf, type TestSpace } from '../settlement/for-tests.ts'
import { onEachEngine } from '../storage/for-tests.ts'
import { bytesOf, held, now, send, siteId } from '../support/for-tests.ts'

const [hana, anton, mara] = ['mem_hana', 'mem_anton', 'mem_mara']
const eventId = breakfast.id

function put(space: TestSpace, more: object = {}, revision = 0) {
  const event = { ...breakfast, ...more }
  return send(space, mara, 'event.save', { siteId, event, revision, repeats: [], resolutions: {} })
}

const come = (space: TestSpace, who: string, people = 1) =>
  send(space, who, 'rsvp.set', { siteId, eventId, people })

async function doorOf(space: TestSpace, who: string) {
  const told = (await held(space, `member/${who}`))['rsvps']?.[eventId]
  return must(readOwnRsvp(must(told, 'they come')), 'it reads').door
}

async function passOf(space: TestSpace, who: string) {
  const text = must((await doorOf(space, who))?.pass, 'the location has a key')
  return must(readPass(text), 'it is a pass')
}

async function keyOf(space: TestSpace) {
  const keys = Object.values((await held(space, `attendees/${siteId}`))['keys'] ?? {})
  expect(keys).toHaveLength(1)
  return must(readDoorKey(must(keys[0], 'there is one')), 'it reads')
}

async function isSigned(space: TestSpace, who: string): Promise<boolean> {
  const { publicKey: x } = await keyOf(space)
  const key = createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x }, format: 'jwk' })
  const { signed, signature } = await passOf(space, who)
  return verify(null, Buffer.from(signed), key, Buffer.from(signature, 'base64url'))
}

onEachEngine('door', (makeDatabase) => {
  const within = (title: string, work: (space: TestSpace) => Promise<void>) =>
    test(title, () => inTestSpace(makeDatabase, now, work))

  within(
    '[DOOR-01] [DOOR-07] who comes has a signed pass that nobody else reads',
    async (space) => {
      await put(space)
      await come(space, hana, 2)
      await come(space, anton)
      const pass = await passOf(space, hana)
      expect(pass).toMatchObject({ eventId, people: 2 })
      expect(await isSigned(space, hana)).toBe(true)
      expect((await passOf(space, anton)).code).not.toBe(pass.code)
      for (const document of [`member/${anton}`, `happenings/${siteId}`, `catalogue/${siteId}`]) {
        expect(await bytesOf(space, document), document).not.toContain(pass.code)
      }
      await come(space, hana, 0)
      await come(space, hana, 1)
      expect(await passOf(space, hana)).toMatchObject({ code: pass.code, people: 1 })
    },
  )

  within('[DOOR-07] a new key or another time makes new passes', async (space) => {
    await put(space)
    await come(space, hana)
    const [before, key] = [await passOf(space, hana), await keyOf(space)]
    await put(space, { endMinute: 700 }, 1)
    const later = await passOf(space, hana)
    expect(later.expiresAt).toBe(addMinutes(before.expiresAt, 70))
    await send(space, mara, 'signing.renew', { siteId })
    expect((await keyOf(space)).id).not.toBe(key.id)
    expect((await passOf(space, hana)).signature).not.toBe(later.signature)
    expect(await isSigned(space, hana)).toBe(true)
  })

  within(
    '[DOOR-05] [DOOR-06] [D-75] [L-14] what two doors noted apart is merged: both stay, one is marked, and who came was there',
    async (space) => {
      await put(space)
      await come(space, hana, 2)
      const { code } = await passOf(space, hana)
      expect(isDoorCode(code)).toBe(true)
      const noted = { siteId, eventId, code, people: 2, way: 'scanned' }
      const [first, second] = ['dev_front', 'dev_back'].map((device) => ({
        ...intentOf(space.now, 'entry.note', noted),
        device: device as never, // any device will do
      }))
      space.now = addMinutes(space.now, 90)
      for (const wish of [must(first, 'of two'), must(second, 'of two')]) {
        await space.send(mara, wish)
        expect((await space.outcomeOf(wish)).outcome).toMatchObject({ kind: 'confirmed' })
      }
      const attendees = await held(space, `attendees/${siteId}`)
      const entries = Object.values(attendees['entries'] ?? {})
      expect(entries).toMatchObject([
        { device: 'dev_front', at: now, isAgain: false },
        { device: 'dev_back', at: now, isAgain: true },
      ])
      expect(attendees['coming']?.[`${eventId}/${hana}`]).toMatchObject({ hasCome: true, code })
      expect(await send(space, hana, 'entry.note', noted)).toMatchObject({
        refusal: { reason: 'not-allowed' },
      })
      expect(await send(space, mara, 'entry.note', { ...noted, code: '0000000000' })).toMatchObject(
        {
          refusal: { reason: 'unknown-pass' },
        },
      )
      expect(await bytesOf(space, `member/${hana}`)).not.toContain('dev_front')
    },
  )
})
