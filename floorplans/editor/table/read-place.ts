/** One row of a table as a place: what can be read of it, and what is wrong with the rest. */
import { hasPlace, type ResourceKind, resourceKinds } from '../../../domain/sites/resource.ts'
import { limits } from '../../../domain/values/limits.ts'
import type { Size } from '../../document/draft/draft.ts'
import type { Point } from '../../document/floor-plan.ts'
import type { Column } from './table-columns.ts'

export type RowProblem =
  | {
      readonly reason:
        | 'name-missing'
        | 'name-twice'
        | 'name-taken'
        | 'kind-unknown'
        | 'kind-carried'
        | 'zone-unknown'
        | 'too-long'
        | 'capacity'
        | 'number'
        | 'outside'
      readonly column: Column
      /** As it stands in the table. */
      readonly said: string
    }
  | { readonly reason: 'amenities-many'; readonly column: 'amenities' }
  /** One of x and y alone is no place. */
  | { readonly reason: 'half-placed'; readonly column: 'x' | 'y' }
  | { readonly reason: 'no-room' | 'floor-full'; readonly column: 'name' }

export interface ReadPlace {
  readonly name: string
  readonly kind: ResourceKind
  /** Null where the table names none: then it is the one that it stands in. */
  readonly zoneName: string | null
  readonly capacity: number
  readonly amenities: readonly string[]
  /** The centre; null where it is to be found. */
  readonly at: Point | null
  readonly problems: readonly RowProblem[]
}

/** `kinds` are the names under which people know them, in small letters; what they are called in code is known anyway. */
export function readPlace(
  cell: (column: Column) => string,
  kinds: ReadonlyMap<string, ResourceKind>,
  size: Size,
): ReadPlace {
  const problems: RowProblem[] = []
  const wrong = (reason: SaidReason, column: Column, said = cell(column)) =>
    problems.push({ reason, column, said })
  const short = (column: Column, said = cell(column)) => {
    if (said.length > limits.settingNameLengthMax) wrong('too-long', column, said)
    return said
  }

  const name = short('name')
  if (name === '') wrong('name-missing', 'name')
  const kind = readKind(cell('kind'), kinds)
  if (kind === null) wrong('kind-unknown', 'kind')
  else if (!hasPlace({ kind })) wrong('kind-carried', 'kind')
  const zoneName = short('zone') || null
  const capacity = cell('capacity') === '' ? null : readNumber(cell('capacity'))
  if (capacity !== null && !isCapacity(capacity)) wrong('capacity', 'capacity')
  const amenities = splitAmenities(cell('amenities'))
  for (const one of amenities) short('amenities', one)
  if (amenities.length > limits.amenitiesMax) {
    problems.push({ reason: 'amenities-many', column: 'amenities' })
  }
  return {
    name,
    kind: kind ?? resourceKinds['hot-desk'],
    zoneName,
    capacity: capacity ?? usualCapacity(kind),
    amenities,
    at: readPosition(),
    problems,
  }

  function readPosition(): Point | null {
    const [x, y] = [cell('x'), cell('y')]
    if (x === '' && y === '') return null
    if (x === '' || y === '') {
      problems.push({ reason: 'half-placed', column: x === '' ? 'x' : 'y' })
      return null
    }
    const at = { x: Math.round(readNumber(x)), y: Math.round(readNumber(y)) }
    for (const axis of ['x', 'y'] as const) {
      const reach = axis === 'x' ? size.width : size.height
      if (Number.isNaN(at[axis])) wrong('number', axis)
      else if (at[axis] < 0 || at[axis] > reach) wrong('outside', axis)
    }
    return at
  }
}

type SaidReason = Extract<RowProblem, { readonly said: string }>['reason']

/** "12.5", and "12,5" as half of the world writes it; what is neither is not a number. */
function readNumber(said: string): number {
  return /^-?\d{1,9}([.,]\d+)?$/.test(said) ? Number(said.replace(',', '.')) : Number.NaN
}

function readKind(said: string, kinds: ReadonlyMap<string, ResourceKind>): ResourceKind | null {
  if (said === '') return resourceKinds['hot-desk']
  const small = said.toLowerCase()
  const dashed = small.replace(/[\s_]+/g, '-')
  return kinds.get(small) ?? Object.values(resourceKinds).find((kind) => kind === dashed) ?? null
}

function isCapacity(capacity: number): boolean {
  return Number.isInteger(capacity) && capacity >= 1 && capacity <= limits.peopleMax
}

/** As many as the drawing tools give a new place of that kind. */
function usualCapacity(kind: ResourceKind | null): number {
  return kind === 'meeting-room' || kind === 'event-hall' || kind === 'private-office' ? 4 : 1
}

function splitAmenities(said: string): readonly string[] {
  const parts = said.split(/[,;|]/).map((part) => part.trim())
  return [...new Set(parts.filter((part) => part !== ''))]
}
