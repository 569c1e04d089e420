/**
 * A table of places, read: every row with what is wrong with it, and where each place would stand. Nothing is drawn by reading; whoever looks
 * at the rows decides, and the rows that are right can be drawn without the others.
 */
import type { ResourceKind } from '../../../domain/sites/resource.ts'
import { limits } from '../../../domain/values/limits.ts'
import type { Size } from '../../document/draft/draft.ts'
import type { Point, TurnedBox } from '../../document/floor-plan.ts'
import { readCsv } from './csv.ts'
import { freeSpots } from './free-spots.ts'
import { type ReadPlace, type RowProblem, readPlace } from './read-place.ts'
import { cellsOf, readHeader } from './table-columns.ts'

export interface TableRow extends ReadPlace {
  readonly line: number
}

export type PlaceTable =
  | {
      readonly kind: 'rows'
      readonly rows: readonly TableRow[]
      /** Columns that say nothing here. */
      readonly unread: readonly string[]
      /** Zones that nobody has drawn or named on this floor yet. */
      readonly newZones: readonly string[]
      /** There are more rows than are read at once. */
      readonly isCut: boolean
    }
  | { readonly kind: 'empty' | 'no-names' | 'too-long' }
  | { readonly kind: 'open-quote'; readonly line: number }

/** What the floor is, and has, before the table. */
export interface TableFloor {
  readonly size: Size
  /** What a place may not stand on. */
  readonly taken: readonly TurnedBox[]
  readonly takenNames: readonly string[]
  /** The zones that there are, with where their names stand; null for those that are not drawn. */
  readonly zones: ReadonlyMap<string, Point | null>
  readonly kinds: ReadonlyMap<string, ResourceKind>
  /** Zones that are new are meant, and not a slip of the pen. */
  readonly mayAddZones: boolean
  /** Things that may still be drawn here. */
  readonly roomFor: number
  readonly sizeOf: (kind: ResourceKind) => Size
}

export function readPlaceTable(text: string, floor: TableFloor): PlaceTable {
  if (text.length > limits.placeTableLettersMax) return { kind: 'too-long' }
  const read = readCsv(text, limits.placeTableRowsMax + 2)
  if (read.kind === 'open-quote') return read
  const [first, ...rest] = read.rows
  if (first === undefined || rest.length === 0) return { kind: 'empty' }
  const header = readHeader(first)
  if (!header.at.has('name')) return { kind: 'no-names' }
  const rows = rest.slice(0, limits.placeTableRowsMax).map((row) => ({
    ...readPlace(cellsOf(row, header), floor.kinds, floor.size),
    line: row.line,
  }))
  const checked = checkTogether(rows, floor)
  return {
    kind: 'rows',
    rows: place(checked, floor),
    unread: header.unread,
    newZones: newZonesOf(rows, floor),
    isCut: rest.length > limits.placeTableRowsMax,
  }
}

/** Rows that can be drawn. */
export function soundRows(rows: readonly TableRow[]): readonly TableRow[] {
  return rows.filter(({ problems }) => problems.length === 0)
}

/** What a row can only be told beside the others and the floor: names that are had, zones that are not, and when the floor is full. */
function checkTogether(rows: readonly TableRow[], floor: TableFloor): readonly TableRow[] {
  const taken = new Set(floor.takenNames.map(small))
  const zones = new Map([...floor.zones.keys()].map((name) => [small(name), name]))
  const seen = new Set<string>()
  let left = floor.roomFor
  return rows.map((row) => {
    const { name } = row
    const zoneName = row.zoneName && (zones.get(small(row.zoneName)) ?? row.zoneName)
    const said = { column: 'name', said: name } as const
    const isNamed = name !== ''
    const isNew = !floor.mayAddZones && zoneName !== null && !zones.has(small(zoneName))
    const problems: readonly RowProblem[] = [
      ...row.problems,
      ...problemIf(isNamed && seen.has(small(name)), { reason: 'name-twice', ...said }),
      ...problemIf(isNamed && taken.has(small(name)), { reason: 'name-taken', ...said }),
      ...problemIf(isNew, { reason: 'zone-unknown', column: 'zone', said: zoneName ?? '' }),
    ]
    seen.add(small(name))
    if (problems.length > 0) return { ...row, zoneName, problems }
    left -= 1
    return {
      ...row,
      zoneName,
      problems: problemIf(left < 0, { reason: 'floor-full', column: 'name' }),
    }
  })
}

function problemIf(isSo: boolean, problem: RowProblem): readonly RowProblem[] {
  return isSo ? [problem] : []
}

function newZonesOf(rows: readonly TableRow[], floor: TableFloor): readonly string[] {
  const known = new Set([...floor.zones.keys()].map(small))
  const found = new Map<string, string>()
  for (const { zoneName } of rows) {
    if (zoneName === null || known.has(small(zoneName)) || found.has(small(zoneName))) continue
    found.set(small(zoneName), zoneName)
  }
  return [...found.values()]
}

/** Gives a position to each sound row that has none: those of one zone and size together, past what the others take. */
function place(rows: readonly TableRow[], floor: TableFloor): readonly TableRow[] {
  const taken = [...floor.taken]
  const boxOf = (at: Point, kind: ResourceKind) => ({ ...at, ...floor.sizeOf(kind), rotation: 0 })
  for (const { at, kind } of soundRows(rows)) if (at !== null) taken.push(boxOf(at, kind))
  const spots = new Map<TableRow, Point | null>()
  for (const group of groupsOf(soundRows(rows), floor)) {
    const crowd = { size: group.size, count: group.rows.length, around: group.around }
    const found = freeSpots(floor.size, taken, crowd)
    for (const [index, row] of group.rows.entries()) {
      const at = found[index] ?? null
      spots.set(row, at)
      if (at !== null) taken.push(boxOf(at, row.kind))
    }
  }
  return rows.map((row) => {
    const spot = spots.get(row)
    if (spot === undefined) return row
    return spot === null
      ? { ...row, problems: [{ reason: 'no-room', column: 'name' }] }
      : { ...row, at: spot }
  })
}

function groupsOf(rows: readonly TableRow[], floor: TableFloor) {
  const labels = new Map([...floor.zones].map(([name, at]) => [small(name), at]))
  const groups = new Map<string, { size: Size; around: Point | null; rows: TableRow[] }>()
  for (const row of rows) {
    if (row.at !== null) continue
    const size = floor.sizeOf(row.kind)
    const key = JSON.stringify([small(row.zoneName ?? ''), size])
    const around = labels.get(small(row.zoneName ?? '')) ?? null
    const group = groups.get(key) ?? { size, around, rows: [] }
    group.rows.push(row)
    groups.set(key, group)
  }
  return groups.values()
}

/** Who types "desk 1" means "Desk 1". */
function small(name: string): string {
  return name.trim().toLowerCase()
}
