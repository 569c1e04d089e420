import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { ResourceKind } from '../../../domain/sites/resource.ts'
import { boxesOverlap } from '../../document/geometry.ts'
import { formatCsv, readCsv } from './csv.ts'
import { readPlaceTable, soundRows, type TableFloor } from './place-table.ts'

const floor: TableFloor = {
  size: { width: 2000, height: 1500 },
  taken: [],
  takenNames: ['Desk 1'],
  zones: new Map([
    ['Quayside', { x: 1500, y: 900 }],
    ['Library', null],
  ]),
  kinds: new Map<string, ResourceKind>([
    ['desk', 'hot-desk'],
    ['room', 'meeting-room'],
  ]),
  mayAddZones: false,
  roomFor: 100,
  sizeOf: (kind) =>
    kind === 'hot-desk' ? { width: 140, height: 130 } : { width: 400, height: 300 },
}

function read(text: string, more: Partial<TableFloor> = {}) {
  const table = readPlaceTable(text, { ...floor, ...more })
  if (table.kind !== 'rows') throw new Error(`The table is refused: ${table.kind}`)
  return table
}

function problemsOf(text: string, more: Partial<TableFloor> = {}) {
  return read(text, more).rows.map(({ problems }) => problems.map(({ reason }) => reason))
}

test('[F-14] columns stand in any order, between commas, semicolons or tabs, with quotes where needed', () => {
  const expected = {
    name: 'Desk 7',
    kind: 'hot-desk',
    zoneName: 'Quayside',
    capacity: 2,
    amenities: ['Monitor', 'Window'],
    at: { x: 300, y: 451 },
    problems: [],
  }
  for (const text of [
    'Zone,Name,Type,People,Equipment,x,y\nQuayside,Desk 7,Desk,2,"Monitor, Window",300,450.6\n',
    'name;kind;zone;capacity;amenities;x;y\r\nDesk 7;hot desk;Quayside;2;Monitor|Window;300;450,6',
    '\uFEFFsep=\t\nname\tkind\tzone\tcapacity\tamenities\ty\tx\n"Desk 7"\thot-desk\tQuayside\t2\tMonitor;Window\t450.6\t300',
  ]) {
    expect(read(text).rows).toEqual([expect.objectContaining(expected)])
  }
})

test('[F-14] what a table leaves out is as usual, and what nobody reads is named', () => {
  const { rows, unread } = read('name,kind,colour\nDesk 7,,red\nGalley,Room,\n')
  expect(unread).toEqual(['colour'])
  expect(rows).toMatchObject([
    { kind: 'hot-desk', capacity: 1, zoneName: null, amenities: [] },
    { kind: 'meeting-room', capacity: 4 },
  ])
})

test('[F-14] each row says what is wrong with it, in the line where it stands', () => {
  const text = [
    'name,kind,zone,capacity,x,y',
    'Desk 7,,Quayside,1,,',
    '',
    'desk 1,,,,,',
    'DESK 7,,,,,',
    ',,,,,',
    'Desk 8,chair,,,,',
    'Desk 9,equipment,,,,',
    'Desk 10,,Quaysied,,,',
    'Desk 11,,,none,,',
    'Desk 12,,,501,,',
    'Desk 13,,,,100,',
    'Desk 14,,,,ten,100',
    'Desk 15,,,,100,9000',
    `${'x'.repeat(81)},,,,,`,
  ].join('\n')
  const { rows, newZones } = read(text)
  expect(rows.map(({ line, problems }) => [line, problems.map(({ reason }) => reason)])).toEqual([
    [2, []],
    [4, ['name-taken']],
    [5, ['name-twice']],
    [7, ['kind-unknown']],
    [8, ['kind-carried']],
    [9, ['zone-unknown']],
    [10, ['capacity']],
    [11, ['capacity']],
    [12, ['half-placed']],
    [13, ['number']],
    [14, ['outside']],
    [15, ['too-long']],
  ])
  expect(newZones).toEqual(['Quaysied'])
  expect(problemsOf('name,zone\nDesk 7,Attic', { mayAddZones: true })).toEqual([[]])
  expect(problemsOf('name,zone\n,Quayside')).toEqual([['name-missing']])
})

test('[F-14] a table that cannot be read is refused as a whole', () => {
  expect(readPlaceTable('', floor)).toEqual({ kind: 'empty' })
  expect(readPlaceTable('name\n', floor)).toEqual({ kind: 'empty' })
  expect(readPlaceTable('x,y\n1,2', floor)).toEqual({ kind: 'no-names' })
  expect(readPlaceTable('name\nDesk 7\n"Desk 8\nDesk 9', floor)).toEqual({
    kind: 'open-quote',
    line: 3,
  })
  expect(readPlaceTable('x'.repeat(200_001), floor)).toEqual({ kind: 'too-long' })
})

test('[F-14] of more rows than are read at once the first are read, and a full floor takes no more', () => {
  const rows = Array.from({ length: 501 }, (_, index) => `Place ${index}`)
  const table = read(['name', ...rows].join('\n'), { roomFor: 1000 })
  expect([table.rows.length, table.isCut]).toEqual([500, true])
  const few = 'name\nDesk 7\nDesk 1\nDesk 8'
  expect(problemsOf(few, { roomFor: 1 })).toEqual([[], ['name-taken'], ['floor-full']])
})

test('[F-14] places without a position stand in rows, near the name of their zone, in the order of the table', () => {
  const table = read(
    ['name,zone', ...[7, 8, 9, 10].map((number) => `Desk ${number},Quayside`)].join('\n'),
  )
  expect(table.rows.map(({ at }) => at)).toEqual([
    { x: 1410, y: 885 },
    { x: 1570, y: 885 },
    { x: 1410, y: 1075 },
    { x: 1570, y: 1075 },
  ])
  const [first, second] = read('name\nDesk 7\nDesk 8').rows
  expect([first?.at, second?.at]).toEqual([
    { x: 130, y: 125 },
    { x: 290, y: 125 },
  ])
})

test('[F-14] nothing that is arranged stands on anything, and what finds no room says so', () => {
  const box = fc.record({
    x: fc.integer({ min: 0, max: 2000 }),
    y: fc.integer({ min: 0, max: 1500 }),
    width: fc.integer({ min: 20, max: 900 }),
    height: fc.integer({ min: 20, max: 900 }),
    rotation: fc.integer({ min: 0, max: 359 }),
  })
  const kinds = fc.array(fc.constantFrom('Desk', 'Room'), { minLength: 1, maxLength: 60 })
  fc.assert(
    fc.property(fc.array(box, { maxLength: 8 }), kinds, (taken, wanted) => {
      const lines = wanted.map((kind, index) => `Place ${index},${kind}`)
      const { rows } = read(['name,kind', ...lines].join('\n'), { taken })
      const boxes = soundRows(rows).flatMap(({ at, kind }) =>
        at === null ? [] : [{ ...at, ...floor.sizeOf(kind), rotation: 0 }],
      )
      expect(boxes).toHaveLength(soundRows(rows).length)
      for (const [index, one] of boxes.entries()) {
        const others = [...taken, ...boxes.slice(index + 1)]
        expect(others.some((other) => boxesOverlap(one, other))).toBe(false)
      }
      for (const { problems } of rows) {
        expect(problems.every(({ reason }) => reason === 'no-room')).toBe(true)
      }
    }),
    { numRuns: 40 },
  )
})

test('[F-14] what is written is read back as it was, and no cell of it is run as a formula', () => {
  expect(formatCsv([['=1+1', '+1', '-1', '@x', '\tx', '\rx', 'a"b', 'Desk 1']])).toBe(
    '\'=1+1,\'+1,\'-1,\'@x,"\'\tx","\'\rx","a""b",Desk 1\r\n',
  )
  // A cell is read without the blanks around it, and an apostrophe before a formula is the one that was added.
  const cell = fc
    .string({ unit: fc.constantFrom(...'ab ,;"\'=+-@\t\r\n') })
    .map((text) => text.replace(/^['\s]+/, '').trim())
    .filter((text) => text !== '')
  fc.assert(
    fc.property(
      fc.array(fc.array(cell, { minLength: 2, maxLength: 3 }), { maxLength: 4 }),
      (rows) => {
        const text = formatCsv([['name', 'kind'], ...rows])
        const read = readCsv(text, 100)
        const cells = read.kind === 'rows' ? read.rows.map((row) => row.cells) : []
        expect(cells).toEqual([['name', 'kind'], ...rows])
      },
    ),
  )
})
