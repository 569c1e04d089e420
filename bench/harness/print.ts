/** A report as a table for people, or as one line of JSON for scripts. */
import { cpus, loadavg } from 'node:os'
import { isMet, type Measured, type Report, type Target } from './bench.ts'

export function printTable(name: string, report: Report): void {
  console.log(`${name}: ${machine()}`)
  const header = ['', 'ours', 'other', 'unit', 'ratio', 'spread', 'target', 'other is']
  const rows = report.measured.map((one) => [
    one.title,
    format(one.ours),
    format(one.other),
    one.unit,
    format(one.ratio),
    `${format(one.spread[0])} … ${format(one.spread[1])}`,
    `${describe(one.target)}${isMet(one) ? '' : ' (missed)'}`,
    one.otherIs,
  ])
  for (const line of align([header, ...rows])) console.log(line)
  for (const note of report.notes) console.log(note)
}

/** The case that is furthest from its target stands for the bench; all of them are in `cases`. */
export function printJson(name: string, report: Report): void {
  const cases = report.measured.map(({ title, ours, other, otherIs, ratio, unit, rounds }) => ({
    case: title,
    ours,
    other,
    otherIs,
    ratio,
    unit,
    rounds,
  }))
  const worst = report.measured.indexOf(
    report.measured.toSorted((a, b) => slack(a) - slack(b))[0] as Measured, // a bench measures something
  )
  const { case: _, ...headline } = { ...cases[worst] }
  console.log(JSON.stringify({ bench: name, ...headline, machine: machine(), cases }))
}

/** How far above its target a case lies; below 1 it misses. */
function slack({ target, ratio, ours }: Measured): number {
  switch (target.kind) {
    case 'at-least':
      return ratio / target.ratio
    case 'at-most':
      return target.ratio / ratio
    case 'exact':
      return ours === target.ours ? 1 : 0
    case 'none':
      return Number.POSITIVE_INFINITY
  }
}

function describe(target: Target): string {
  switch (target.kind) {
    case 'at-least':
      return `>= ${target.ratio}`
    case 'at-most':
      return `<= ${target.ratio}`
    case 'exact':
      return `= ${target.ours}`
    case 'none':
      return ''
  }
}

function machine(): string {
  const all = cpus()
  const load = loadavg().map((one) => one.toFixed(1))
  return `${all.length} x ${all[0]?.model.trim() ?? 'unknown'}, Node ${process.version}, load ${load.join(' ')}`
}

function format(value: number): string {
  if (!Number.isFinite(value)) return '–'
  if (Number.isInteger(value)) return value.toLocaleString('en')
  return value.toLocaleString('en', { maximumSignificantDigits: value >= 100 ? 4 : 3 })
}

function align(rows: readonly (readonly string[])[]): readonly string[] {
  const widths = (rows[0] ?? []).map((_, column) =>
    Math.max(...rows.map((row) => row[column]?.length ?? 0)),
  )
  return rows.map((row) => row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join('  '))
}
