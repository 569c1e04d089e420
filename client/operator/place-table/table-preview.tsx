/** A table of places as it was read: each row, and what is wrong with it in words. */
import { createSignal, For, type JSX, Show } from 'solid-js'
import {
  type PlaceTable,
  soundRows,
  type TableRow,
} from '../../../floorplans/editor/table/place-table.ts'
import { words } from '../../ui/team-words.ts'
import { CheckField } from '../settings/fields.tsx'

export function TablePreview(props: {
  readonly table: Extract<PlaceTable, { readonly kind: 'rows' }>
}): JSX.Element {
  const [isOnlyWrong, setIsOnlyWrong] = createSignal(false)
  const sound = () => soundRows(props.table.rows).length
  const hasWrong = () => sound() < props.table.rows.length
  const shown = () =>
    isOnlyWrong() && hasWrong()
      ? props.table.rows.filter(({ problems }) => problems.length > 0)
      : props.table.rows
  return (
    <>
      <p role="status">
        {words.placeTable.summary(sound(), props.table.rows.length)}
        <Show when={props.table.isCut}> {words.placeTable.cut(props.table.rows.length)}</Show>
        <Show when={props.table.unread.length > 0}>
          {' '}
          {words.placeTable.unread(props.table.unread)}
        </Show>
      </p>
      <Show when={hasWrong()}>
        <CheckField
          label={words.placeTable.onlyWrong}
          isOn={isOnlyWrong()}
          onChange={setIsOnlyWrong}
        />
      </Show>
      <section class="table-preview" tabindex="0" aria-label={words.placeTable.preview}>
        <table>
          <thead>
            <tr>
              <For each={words.placeTable.columns}>{(column) => <th scope="col">{column}</th>}</For>
            </tr>
          </thead>
          <tbody>
            <For each={shown()}>{(row) => <Row row={row} />}</For>
          </tbody>
        </table>
      </section>
    </>
  )
}

function Row(props: { readonly row: TableRow }): JSX.Element {
  const isWrong = () => props.row.problems.length > 0
  const cells = () => {
    const { zoneName, capacity, amenities, kind, at } = props.row
    // What could not be read is said beside it, not filled in.
    const isRead = (column: 'kind' | 'capacity') =>
      !props.row.problems.some((problem) => problem.column === column)
    return [
      isRead('kind') ? words.states.kinds[kind] : '',
      zoneName ?? '',
      isRead('capacity') ? String(capacity) : '',
      amenities.join(', '),
      at === null || isWrong() ? '' : `${at.x}, ${at.y}`,
    ]
  }
  return (
    <tr data-wrong={isWrong() ? '' : undefined}>
      <td>{props.row.line}</td>
      <th scope="row">{props.row.name}</th>
      <td>
        <For each={props.row.problems}>
          {(problem) => <p data-problem="">{words.placeTable.problem(problem)}</p>}
        </For>
        <Show when={!isWrong()}>{words.placeTable.fine}</Show>
      </td>
      <For each={cells()}>{(cell) => <td>{cell}</td>}</For>
    </tr>
  )
}
