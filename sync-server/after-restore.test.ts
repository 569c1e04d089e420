import { expect, test } from 'vitest'
import { afterRestore } from './after-restore.ts'
import { environmentOf, sampleNow, startTestPortal } from './for-tests.ts'
import { GENERATION } from './storage/begin-generation.ts'
import { onEachEngine } from './storage/for-tests.ts'
import { readSetting } from './storage/settings.ts'

onEachEngine('data restored from a backup', (makeDatabase) => {
  test('begins a new generation without old documents, and not under a running server', async () => {
    const database = await makeDatabase(sampleNow())
    const server = await startTestPortal(database.settings)
    try {
      const environment = environmentOf({ PORTAL_DATA: server.folder, ...database.settings })
      const storage = await database.open()
      const before = await readSetting(storage.read, GENERATION)
      await expect(afterRestore(environment)).rejects.toThrow('Another server')
      expect(await readSetting(storage.read, GENERATION)).toBe(before)

      await server.portal.close()
      await afterRestore(environment)
      expect(await readSetting(storage.read, GENERATION)).not.toBe(before)
      expect(await storage.read.selectFrom('document_head').selectAll().execute()).toEqual([])
      await server.restart()
      const hana = await server.signIn('hana@harbourloft.example')
      expect((await hana.get('/api/me')).status).toBe(200)
    } finally {
      await server.remove()
      await database.remove()
    }
  })
})
