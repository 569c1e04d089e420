import { existsSync, mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { must } from '../../domain/values/assert.ts'
import { makeSqlite, onPostgres } from './for-tests.ts'
import { openData, openKeptData } from './open-data.ts'
import { openSqlite, SQLITE_FILE } from './sqlite.ts'
import { openStorage } from './storage.ts'
import type { DataPlace } from './storage-trouble.ts'

let parent: string
beforeEach(() => {
  parent = mkdtempSync(join(tmpdir(), 'portal-open-'))
})
afterEach(() => rmSync(parent, { recursive: true, force: true }))

async function open(place: DataPlace, by = openData): Promise<string> {
  await using opened = new AsyncDisposableStack()
  const storage = await by(place, opened)
  return storage.engine
}

const embedded = (folder: string): DataPlace => ({ dataFolder: folder, databaseUrl: null })

test('a portal begins in a folder that is not there yet, and lets go of it', async () => {
  const place = embedded(join(parent, 'new', 'data'))
  expect(await open(place)).toBe('sqlite')
  expect(await open(place)).toBe('sqlite')
})

test('a command on data that were kept refuses a folder without any, and makes none', async () => {
  const folder = join(parent, 'mistyped')
  await expect(open(embedded(folder), openKeptData)).rejects.toThrow(
    `There is no portal's data in ${folder}. Set PORTAL_DATA, or DATABASE_URL, as for the portal itself.`,
  )
  expect(existsSync(folder)).toBe(false)
})

test('a folder that cannot be one is named, with what to do', async () => {
  const file = join(parent, 'file')
  writeFileSync(file, '')
  for (const folder of [file, join(file, 'data')]) {
    const refused = expect(open(embedded(folder))).rejects
    await refused.toThrow(`The data folder ${folder} cannot be used (E`)
    await refused.toThrow('set PORTAL_DATA to another folder.')
  }
})

test('a lock that cannot be made is not taken for another server', async () => {
  const folder = join(parent, 'data', 'server.lock', 'in-its-place')
  await open(embedded(folder))
  await expect(open(embedded(join(parent, 'data')))).rejects.toThrow('cannot be used (unable')
})

test('a file that is no database is named, with what to do', async () => {
  const path = join(parent, SQLITE_FILE)
  writeFileSync(path, 'no database at all, but long enough to be looked at as one'.repeat(100))
  await expect(open(embedded(parent))).rejects.toThrow(
    `${path} is damaged, or no portal's database (file is not a database). Restore a backup, or set PORTAL_DATA to another folder.`,
  )
})

test('a database of which only the beginning is left is named, with what to do', async () => {
  const database = await makeSqlite()
  const folder = must(database.settings['PORTAL_DATA'], 'SQLite has a folder')
  const storage = await openStorage(openSqlite(folder))
  await storage.close()
  truncateSync(join(folder, SQLITE_FILE), 40_000)
  await expect(open(embedded(folder))).rejects.toThrow('is damaged, or no portal')
  await database.remove()
})

test('a database that does not answer is named by its host, and without its password', async () => {
  const databaseUrl = 'postgres://portal:secret@127.0.0.1:1/portal'
  for (const by of [openData, openKeptData]) {
    const refused = open({ dataFolder: parent, databaseUrl }, by).catch(String)
    const said = await refused
    expect(said).toContain('The database of DATABASE_URL, at 127.0.0.1:1, cannot be used: connect ')
    expect(said).not.toContain('secret')
  }
})

onPostgres('data', (makeDatabase) => {
  test('of another name are refused in words, and so is a database that no portal has written', async () => {
    const database = await makeDatabase()
    const databaseUrl = must(database.settings['DATABASE_URL'], 'PostgreSQL has an address')
    const place = { dataFolder: parent, databaseUrl }
    await expect(open(place, openKeptData)).rejects.toThrow('holds no data of a portal')
    expect(await open(place)).toBe('postgres')
    expect(await open(place, openKeptData)).toBe('postgres')
    const other = new URL(databaseUrl)
    other.pathname = '/nobody-made-this'
    await expect(open({ ...place, databaseUrl: other.href })).rejects.toThrow(
      'cannot be used: database "nobody-made-this" does not exist',
    )
    await database.remove()
  })
})
