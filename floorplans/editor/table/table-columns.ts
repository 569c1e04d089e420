/** The columns of a table of places, by the names that tables in use have for them. */
import type { CsvRow } from './csv.ts'

export const columns = ['name', 'kind', 'zone', 'capacity', 'amenities', 'x', 'y'] as const
export type Column = (typeof columns)[number]

const names: Readonly<Record<Column, readonly string[]>> = {
  name: ['name', 'desk', 'place', 'resource'],
  kind: ['kind', 'type', 'what'],
  zone: ['zone', 'area', 'neighbourhood', 'neighborhood'],
  capacity: ['capacity', 'people', 'seats'],
  amenities: ['amenities', 'equipment', 'features'],
  x: ['x', 'left', 'x cm'],
  y: ['y', 'top', 'y cm'],
}

export interface Header {
  /** Where each column stands; the first where one is there twice. */
  readonly at: ReadonlyMap<Column, number>
  /** What nobody here reads. */
  readonly unread: readonly string[]
}

export function readHeader({ cells }: CsvRow): Header {
  const at = new Map<Column, number>()
  const unread: string[] = []
  for (const [index, cell] of cells.entries()) {
    const said = cell.toLowerCase().replace(/[_-]/g, ' ')
    const column = columns.find((one) => names[one].includes(said))
    if (column !== undefined && !at.has(column)) at.set(column, index)
    else if (cell !== '') unread.push(cell)
  }
  return { at, unread }
}

/** What a row says in a column; empty where it says nothing. */
export function cellsOf({ cells }: CsvRow, { at }: Header): (column: Column) => string {
  return (column) => cells[at.get(column) ?? -1] ?? ''
}
