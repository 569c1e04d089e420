import { type Accessor, createMemo, For, type JSX } from 'solid-js'
import { must } from '../../domain/values/assert.ts'

/**
 * A list whose items stay the same elements while their content changes, told apart by a key of their own: rows read anew from the
 * database are other objects each time, and a button that is replaced under a finger, or the focus, is lost.
 */
export function KeyedFor<Item>(props: {
  readonly each: readonly Item[]
  readonly by: (item: Item) => string
  readonly fallback?: JSX.Element
  readonly children: (item: Accessor<Item>) => JSX.Element
}): JSX.Element {
  const items = createMemo(() => new Map(props.each.map((item) => [props.by(item), item])))
  return (
    <For each={[...items().keys()]} fallback={props.fallback}>
      {(key) => {
        const first = must(items().get(key), 'a key comes from its item')
        // While it is being taken out of the list it shows what it showed last.
        const item = createMemo((last: Item) => items().get(key) ?? last, first)
        return props.children(item)
      }}
    </For>
  )
}
