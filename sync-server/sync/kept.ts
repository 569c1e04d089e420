/** Small bounded maps, oldest use first; lists in bounded parts; the check that a run of rows has no hole. */
import type { DocumentRow } from '../storage/document-log.ts'

/** Puts the entry at the young end. */
export function touch<V>(map: Map<string, V>, key: string, value: V): void {
  map.delete(key)
  map.set(key, value)
}

export function dropOldest(map: Map<string, unknown>, most: number): void {
  for (const key of map.keys()) {
    if (map.size <= most) return
    map.delete(key)
  }
}

/** True when the rows are exactly `after`+1 … `until`. */
export function isContiguous(rows: readonly DocumentRow[], after: number, until: number): boolean {
  return rows.length === until - after && rows.every((row, index) => row.n === after + 1 + index)
}

export function chunks<T>(all: readonly T[], most: number): readonly (readonly T[])[] {
  const parts: (readonly T[])[] = []
  for (let at = 0; at < all.length; at += most) parts.push(all.slice(at, at + most))
  return parts
}
