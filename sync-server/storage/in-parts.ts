/** Rows of one statement: few round trips, and far from the number of values that either engine takes. */
const ROWS_MAX = 200

/** The rows in parts that each fit one statement. */
export function* inParts<Row>(rows: readonly Row[]): Generator<readonly Row[]> {
  for (let from = 0; from < rows.length; from += ROWS_MAX) yield rows.slice(from, from + ROWS_MAX)
}
