/**
 * How much is free from now on, by kind: a look at the space before anything is chosen. The ways into Book are there at once; the
 * numbers, which take the rules of booking, come a moment later into their places.
 */
import './bookings.css'
import { createMemo, createSignal, For, type JSX } from 'solid-js'
import type { ResourceKind } from '../../domain/sites/resource.ts'
import type { Space } from '../app/with-space.tsx'
import { words } from '../ui/first-words.ts'
import { Icon } from '../ui/icon.tsx'
import { kindIcons, kindsOf } from './kinds.ts'

export function FreeNow(props: { readonly space: Space }): JSX.Element {
  const [rules, setRules] = createSignal<typeof import('./free-counts.ts')>()
  void import('./free-counts.ts').then((loaded) => setRules(loaded))
  const freeOf = createMemo(() => rules()?.createFreeCounts(() => props.space))
  const kinds = () =>
    kindsOf(props.space.catalogue, props.space.member).filter((kind) => kind !== 'dedicated-desk')
  const freeText = (kind: ResourceKind) => {
    const number = freeOf()?.(kind)
    return number === undefined ? '' : words.bookings.freeNow(number)
  }
  return (
    <ul class="free-now">
      <For each={kinds()}>
        {(kind) => (
          <li>
            <a class="card" href={`/book?kind=${kind}`}>
              <Icon name={kindIcons[kind]} />
              <span>{words.states.kinds[kind]}</span>
              <strong>{freeText(kind)}</strong>
            </a>
          </li>
        )}
      </For>
    </ul>
  )
}
