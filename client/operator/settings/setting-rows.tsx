/** A setting that is a table of rows: each row's fields, a row more, a row less. */
import { For, type JSX, onMount } from 'solid-js'
import { words } from '../../ui/team-words.ts'

/** What the fields of one row are given. */
export interface RowProps<Row> {
  readonly row: Row
  readonly problemAt: (field: string) => string | null
  readonly onChange: (more: Partial<Row>) => void
  readonly onRemove: () => void
}

export function SettingRows<Row>(props: {
  readonly rows: readonly Row[]
  readonly make: () => Row
  readonly onChange: (rows: readonly Row[]) => void
  /** Where a problem lies: the row's number and its field. */
  readonly problemAt: (index: number, field: string) => string | null
  readonly words: { readonly sentence: string; readonly none: string; readonly add: string }
  readonly children: (row: RowProps<Row>) => JSX.Element
}): JSX.Element {
  const setAt = (index: number, more: Partial<Row>) =>
    props.onChange(props.rows.map((one, at) => (at === index ? { ...one, ...more } : one)))
  return (
    <>
      <p class="soft">{props.words.sentence}</p>
      <For
        each={props.rows.map((_, index) => index)}
        fallback={<p class="soft">{props.words.none}</p>}
      >
        {(index) =>
          props.children({
            get row() {
              return props.rows[index] ?? props.make()
            },
            problemAt: (field) => props.problemAt(index, field),
            onChange: (more) => setAt(index, more),
            onRemove: () => props.onChange(props.rows.toSpliced(index, 1)),
          })
        }
      </For>
      <button
        type="button"
        class="button"
        onClick={() => props.onChange([...props.rows, props.make()])}
      >
        {props.words.add}
      </button>
    </>
  )
}

/** One row: what it is called, its fields, and the button that takes it away. */
export function RowFrame(props: {
  readonly title: string
  /** Somebody came here for this row: it comes into sight, and has the focus. */
  readonly isMeant?: boolean
  readonly onRemove: () => void
  readonly children: JSX.Element
}): JSX.Element {
  let frame: HTMLFieldSetElement | undefined
  onMount(() => {
    if (props.isMeant === true) frame?.focus()
  })
  return (
    <fieldset ref={frame} class="stack" tabindex="-1">
      <legend>{props.title}</legend>
      {props.children}
      <div class="row">
        <button type="button" class="button" data-kind="quiet" onClick={() => props.onRemove()}>
          {words.settings.remove}
        </button>
      </div>
    </fieldset>
  )
}
