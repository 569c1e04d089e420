import { expect, test } from 'vitest'
import { appendRows, readHeads, readRows, startEpoch } from './document-log.ts'
import { onEachEngine } from './for-tests.ts'

onEachEngine('the document log', (makeDatabase) => {
  test('rows of several documents are appended together, each to its own end', async () => {
    const database = await makeDatabase()
    try {
      const storage = await database.open()
      await storage.transaction(async (tx) => {
        const first = await startEpoch(tx, 'member/mem_ada', 'a')
        const second = await startEpoch(tx, 'member/mem_ben', 'b')
        const [next] = await appendRows(tx, [{ head: first, bytes: Uint8Array.of(1) }], 5)
        if (next === undefined) throw new Error('one row gives one head')
        await appendRows(
          tx,
          [
            { head: next, bytes: Uint8Array.of(2, 3) },
            { head: second, bytes: Uint8Array.of(4) },
          ],
          6,
        )
      })
      expect(await readHeads(storage.read, ['member/mem_ada', 'member/mem_ben'])).toMatchObject([
        { name: 'member/mem_ada', epoch: 'a', n: 2, bytes: 3 },
        { name: 'member/mem_ben', epoch: 'b', n: 1, bytes: 1 },
      ])
      const rows = await readRows(storage.read, { name: 'member/mem_ada', epoch: 'a' }, 0)
      expect(rows.map((row) => [row.n, ...row.bytes])).toEqual([
        [1, 1],
        [2, 2, 3],
      ])
    } finally {
      await database.remove()
    }
  })

  test('a row that does not continue the head takes the whole transaction with it', async () => {
    const database = await makeDatabase()
    try {
      const storage = await database.open()
      const head = await storage.transaction((tx) => startEpoch(tx, 'member/mem_ada', 'a'))
      const other = await storage.transaction((tx) => startEpoch(tx, 'member/mem_ben', 'b'))
      const stale = { ...head, n: 7 }
      const appended = storage.transaction((tx) =>
        appendRows(
          tx,
          [
            { head: other, bytes: Uint8Array.of(1) },
            { head: stale, bytes: Uint8Array.of(1) },
          ],
          5,
        ),
      )
      await expect(appended).rejects.toThrow('one writer at a time')
      expect(await readHeads(storage.read, ['member/mem_ben'])).toEqual([other])
    } finally {
      await database.remove()
    }
  })
})
