import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { must } from '../../../domain/values/assert.ts'
import { onPostgres, type TestDatabase } from '../../storage/for-tests.ts'
import { NOTICE_BYTES_MAX } from '../../storage/notices.ts'
import type { Storage } from '../../storage/storage.ts'
import { drawn, letJonasDraw } from '../drafts/for-tests.ts'
import { openTestDoor, poll, type TestDoor, testSample } from '../for-tests.ts'
import { openTestDrawing, type TestDrawing } from './for-tests.ts'
import { readPresenceNotice } from './notice.ts'

/** Between looks that move the clock: what is on its way over the database comes within them. */
const slowPoll = { ...poll, interval: 50 }

onPostgres('who draws at two servers over one database', (makeDatabase) => {
  let database: TestDatabase
  let here: TestDoor
  let there: TestDoor
  /** What `here` said to other servers about who is present. */
  const said: string[] = []
  let isMute = false
  const opened: TestDrawing[] = []

  beforeAll(async () => {
    database = await makeDatabase(testSample)
    here = await openTestDoor(recording(await database.open()))
    there = await openTestDoor(await database.open())
    await letJonasDraw(here)
  })
  afterEach(async () => {
    for (const drawing of opened.splice(0)) drawing.close()
    await passBoth(20_000)
    said.length = 0
    isMute = false
  })
  afterAll(async () => {
    await here.close()
    await there.close()
    await database.remove()
  })

  function recording(storage: Storage): Storage {
    const say = async (text: string) => {
      const isWord = readPresenceNotice(text) !== null
      if (isWord && isMute) return
      if (isWord) said.push(text)
      await storage.notices.say(text)
    }
    return { ...storage, notices: { ...storage.notices, say } }
  }

  /** Second by second; in each, both hear what the other said in it. */
  async function passBoth(ms: number): Promise<void> {
    for (let left = ms; left > 0; left -= 1_000) {
      await here.pass(Math.min(left, 1_000))
      await there.pass(Math.min(left, 1_000))
      await hearEachOther()
    }
  }

  let marks = 0
  /** Notices come in the order in which they were said: with the last of each, all before it are here. */
  async function hearEachOther(): Promise<void> {
    marks += 1
    const both = [here.space.storage.notices, there.space.storage.notices]
    await Promise.all(
      both.map(async ({ listen, say }, index) => {
        const heard = new Promise<void>((resolve) => {
          const stop = listen((text) => {
            if (text !== `mark ${marks} of ${1 - index}`) return
            stop()
            resolve()
          })
        })
        await say(`mark ${marks} of ${index}`)
        await heard
      }),
    )
  }

  async function drawAt(door: TestDoor, member: string): Promise<TestDrawing> {
    const drawing = await openTestDrawing(door, member)
    opened.push(drawing)
    return drawing
  }

  /** Both know that the other has the draft open: from then on every word goes over at once. */
  async function meet(): Promise<{ readonly mara: TestDrawing; readonly jonas: TestDrawing }> {
    const mara = await drawAt(here, 'mem_mara')
    const jonas = await drawAt(there, 'mem_jonas')
    for (const [one, other] of [
      [mara, jonas],
      [jonas, mara],
    ] as const) {
      one.provider.awareness.setLocalState({ at: 'the door' })
      await passUntil(async () => other.of(one), { at: 'the door' })
    }
    return { mara, jonas }
  }

  /** Lets a tenth of a second after the other pass, as notices need it. */
  async function passUntil(look: () => Promise<unknown>, is: object | undefined): Promise<void> {
    const passing = expect.poll(async () => {
      await passBoth(100)
      return look()
    }, poll)
    if (is === undefined) await passing.toBeUndefined()
    else await passing.toMatchObject(is)
  }

  const name = { memberId: 'mem_mara', name: 'Mara Petersen' }

  test('[SYNC-82] who draws at one server sees where people at the other are, under the names the space knows', async () => {
    const { mara, jonas } = await meet()
    mara.provider.awareness.setLocalState({ at: { x: 1, y: 2 }, user: { name: 'Somebody else' } })
    await passUntil(async () => jonas.of(mara), { at: { x: 1, y: 2 }, user: name })
    const late = await drawAt(there, 'mem_jonas')
    await expect.poll(() => late.of(mara), poll).toMatchObject({ at: { x: 1, y: 2 } })
  })

  test('[SYNC-82] who was there before somebody opened it elsewhere is seen there', async () => {
    const mara = await drawAt(here, 'mem_mara')
    mara.provider.awareness.setLocalState({ at: 'first' })
    await mara.peer.ping()
    const jonas = await drawAt(there, 'mem_jonas')
    await passUntil(async () => jonas.of(mara), { at: 'first', user: name })
  })

  test('[SYNC-82] who leaves, or is cut off, is gone at the other server too', async () => {
    const { mara, jonas } = await meet()
    mara.peer.say({ type: 'leave', channel: 1 })
    await passUntil(async () => jonas.of(mara), undefined)
    jonas.peer.socket.terminate()
    const again = await drawAt(here, 'mem_mara')
    await passBoth(1_000)
    expect(again.of(jonas)).toBeUndefined()
  })

  test('[SYNC-82] a server that goes down in good order takes its people along', async () => {
    const leaving = await openTestDoor(await database.open())
    const jonas = await drawAt(there, 'mem_jonas')
    const mara = await openTestDrawing(leaving, 'mem_mara')
    mara.provider.awareness.setLocalState({ at: 'the exit' })
    await expect
      .poll(async () => {
        await leaving.pass(100)
        await there.pass(100)
        return jonas.of(mara)
      }, slowPoll)
      .toBeDefined()
    mara.provider.shouldConnect = false
    await leaving.close()
    await expect.poll(() => jonas.of(mara), poll).toBeUndefined()
    mara.close()
  })

  test('[SYNC-83] who was at a server that died is gone after fifteen seconds, and not before', async () => {
    let isDead = false
    const storage = await database.open()
    const say = async (text: string) => (isDead ? undefined : storage.notices.say(text))
    const dying = await openTestDoor({ ...storage, notices: { ...storage.notices, say } })
    const jonas = await drawAt(there, 'mem_jonas')
    const mara = await openTestDrawing(dying, 'mem_mara')
    mara.provider.awareness.setLocalState({ at: 'the end' })
    await expect
      .poll(async () => {
        await dying.pass(100)
        await there.pass(100)
        return jonas.of(mara)
      }, slowPoll)
      .toBeDefined()
    isDead = true
    await there.pass(14_000)
    expect(jonas.of(mara)).toBeDefined()
    await there.pass(7_000)
    await expect.poll(() => jonas.of(mara), poll).toBeUndefined()
    mara.close()
    await dying.close()
  })

  test('[SYNC-83] who stays is not taken for gone, and a word that was lost is said again', async () => {
    const { mara, jonas } = await meet()
    await passBoth(30_000)
    expect(jonas.of(mara)).toBeDefined()
    expect(mara.of(jonas)).toBeDefined()
    isMute = true
    mara.provider.awareness.setLocalState({ at: 'unheard' })
    await mara.peer.ping()
    await passBoth(1_000)
    isMute = false
    await passUntil(async () => jonas.of(mara), { at: 'unheard' })
  })

  test('[SYNC-83] what many say in one moment goes out in notices below their limit, the last word of each', async () => {
    const { mara, jonas } = await meet()
    const many: TestDrawing[] = []
    for (let tab = 0; tab < 6; tab += 1) many.push(await drawAt(here, 'mem_mara'))
    said.length = 0
    for (const [index, tab] of many.entries()) {
      for (let x = 1; x <= 2; x += 1) {
        tab.provider.awareness.setLocalState({ at: x, index, drag: '€'.repeat(280) })
      }
      await tab.peer.ping()
    }
    // No time has passed: at most one went out at once, with the first word.
    expect(said.length).toBeLessThanOrEqual(1)
    for (const tab of many) await passUntil(async () => jonas.of(tab), { at: 2 })
    expect(said.length).toBeGreaterThan(1)
    expect(said.length).toBeLessThanOrEqual(3)
    for (const text of said) {
      expect(Buffer.byteLength(text)).toBeLessThanOrEqual(NOTICE_BYTES_MAX)
      expect(must(readPresenceNotice(text), 'it is ours').documents).toMatchObject([
        { name: drawn },
      ])
    }
    expect(mara.of(jonas)).toBeDefined()
  })

  test('[SYNC-83] a server alone with a draft says that it has it open, and nothing of who is there', async () => {
    const mara = await drawAt(here, 'mem_mara')
    for (let x = 0; x < 10; x += 1) {
      mara.provider.awareness.setLocalState({ at: x })
      await mara.peer.ping()
      await here.pass(1_000)
    }
    const states = said.flatMap((text) =>
      must(readPresenceNotice(text), 'it is ours').documents.flatMap((one) => one.states),
    )
    expect(said.length).toBeGreaterThan(0)
    expect(states).toEqual([])
  })

  test('[SYNC-83] nothing of it is written to the log, and what is none of ours is left alone', async () => {
    const { mara, jonas } = await meet()
    const { read, notices } = here.space.storage
    const rows = () => read.selectFrom('document_row').selectAll().execute()
    const before = await rows()
    mara.provider.awareness.setLocalState({ at: 'nowhere' })
    await passUntil(async () => jonas.of(mara), { at: 'nowhere' })
    expect(await rows()).toEqual(before)
    for (const text of [
      '{"presence":',
      '{"presence":null}',
      '{"presence":{"from":"x","documents":[{"name":1,"states":""}]}}',
      `{"presence":{"from":"x","documents":[{"name":"${drawn}","states":"A"}]}}`,
    ]) {
      await notices.say(text)
      expect(readPresenceNotice(text)).toBeNull()
    }
    mara.provider.awareness.setLocalState({ at: 'still here' })
    await passUntil(async () => jonas.of(mara), { at: 'still here' })
  })
})
