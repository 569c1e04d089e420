/** Desks in rows: how many, how far apart, called what. They stand in the middle of what is in sight. */
import { createSignal, type JSX, Show } from 'solid-js'
import {
  DESKS_AT_ONCE_MAX,
  firstInRows,
  nextNames,
  type Rows,
} from '../../../floorplans/editor/desk-rows.ts'
import { Sheet } from '../../ui/sheet.tsx'
import { words } from '../../ui/team-words.ts'
import { NumberField, TextField } from '../settings/fields.tsx'
import type { Editor } from './editor.ts'
import { usualSizes } from './new-object.ts'
import type { SheetView } from './sheet-view.ts'

/** Eight desks in two rows of four, with a way for a chair between the rows. */
const usual: Rows = { count: 8, perRow: 4, gap: 20, rowGap: 80 }

/** The least and the most; a gap of a hundred metres is a mistake. */
const limits: Readonly<Record<keyof Rows, readonly [least: number, most: number]>> = {
  count: [1, DESKS_AT_ONCE_MAX],
  perRow: [1, DESKS_AT_ONCE_MAX],
  gap: [0, 10_000],
  rowGap: [0, 10_000],
}
const keys = ['count', 'perRow', 'gap', 'rowGap'] as const

export function RowsSheet(props: {
  readonly editor: Editor
  readonly view: SheetView
  readonly onClose: () => void
}): JSX.Element {
  const [rows, setRows] = createSignal(usual)
  const [prefix, setPrefix] = createSignal<string>(words.drawing.tool.desk)
  const change = (more: Partial<Rows>) => setRows({ ...rows(), ...more })
  /** What is wrong with a number; null where nothing is. */
  const wrong = (key: keyof Rows): string | null => {
    const value = rows()[key]
    const [least, most] = limits[key]
    const isIn = Number.isInteger(value) && value >= least && value <= most
    return isIn ? null : words.drawing.rows.between(least, most)
  }
  const unnamed = () => (prefix().trim() === '' ? words.drawing.rows.unnamed : null)
  const isWhole = () => unnamed() === null && keys.every((key) => wrong(key) === null)
  const names = () => {
    if (!isWhole()) return []
    return nextNames(prefix().trim(), rows().count, props.editor.takenNames())
  }
  function add(): void {
    const from = firstInRows(props.view.middle(), usualSizes.desk, rows())
    props.editor.makeRows(from, prefix().trim(), rows())
    props.onClose()
  }
  const number = (label: string, key: keyof Rows) => (
    <NumberField
      label={label}
      value={rows()[key]}
      step={1}
      problem={wrong(key)}
      onChange={(value) => change({ [key]: value })}
    />
  )
  return (
    <Sheet title={words.drawing.rows.title} onClose={props.onClose}>
      <form
        class="stack"
        onSubmit={(event) => {
          event.preventDefault()
          if (isWhole()) add()
        }}
      >
        <div class="field-grid">
          {number(words.drawing.rows.count, 'count')}
          {number(words.drawing.rows.perRow, 'perRow')}
          {number(words.drawing.rows.gap, 'gap')}
          {number(words.drawing.rows.rowGap, 'rowGap')}
          <TextField
            label={words.drawing.rows.prefix}
            value={prefix()}
            problem={unnamed()}
            onChange={setPrefix}
          />
        </div>
        <Show when={names().length > 0}>
          <p class="soft">{words.drawing.rows.preview(names()[0] ?? '', names().at(-1) ?? '')}</p>
        </Show>
        <button type="submit" class="button" data-kind="primary" disabled={!isWhole()}>
          {words.drawing.rows.add(isWhole() ? rows().count : 0)}
        </button>
      </form>
    </Sheet>
  )
}
