/**
 * Statements that every settlement runs. Their text depends on nothing but how many rows they take, so it is built and compiled once:
 * doing that anew costs more than running it. The builder still writes it, and with it the compiler still checks tables and columns.
 */
import type { CompiledQuery, QueryResult } from 'kysely'
import type { Reader } from './storage.ts'

interface Built<Row> {
  compile(reader: Reader): CompiledQuery<Row>
}

/** `more` are values of the statement as a whole, which come after those of its items. */
type Run<Item, More extends readonly unknown[], Row> = (
  reader: Reader,
  items: readonly Item[],
  ...more: More
) => Promise<QueryResult<Row>>

/** `build` makes the statement of some items, `valuesOf` gives the values of each as the statement names them. */
export function compiledOnce<Item, More extends readonly unknown[], Row>(
  valuesOf: (item: Item) => readonly unknown[],
  build: (reader: Reader, items: readonly Item[], ...more: More) => Built<Row>,
): Run<Item, More, Row> {
  const byEngine = new WeakMap<object, Map<number, CompiledQuery<Row>>>()
  return (reader, items, ...more) => {
    const parameters = [...items.flatMap(valuesOf), ...more]
    const { adapter } = reader.getExecutor()
    const byCount = byEngine.get(adapter) ?? new Map<number, CompiledQuery<Row>>()
    byEngine.set(adapter, byCount)
    const known = byCount.get(items.length)
    if (known !== undefined) return reader.executeQuery<Row>({ ...known, parameters })
    const compiled = build(reader, items, ...more).compile(reader)
    if (!isSame(compiled.parameters, parameters)) {
      throw new Error(`Broken invariant: the values are those of ${compiled.sql}`)
    }
    byCount.set(items.length, compiled)
    return reader.executeQuery<Row>(compiled)
  }
}

function isSame(own: readonly unknown[], other: readonly unknown[]): boolean {
  return own.length === other.length && own.every((value, index) => value === other[index])
}
