import { createSignal, For, type JSX, Show } from 'solid-js'
import { formatDocumentName } from '../../../domain/access/document-name.ts'
import { type CountedPerk, readCountedPerk } from '../../../domain/community/perks/perk-sections.ts'
import type { Space } from '../../app/with-space.tsx'
import { createRecords } from '../../store/records.ts'
import { Icon } from '../../ui/icon.tsx'
import { showToast } from '../../ui/toast.tsx'
import { words } from '../../ui/words.ts'
import { BoardRow } from './board-row.tsx'
import { PerkSheet } from './perk-sheet.tsx'
import { sendHappening } from './send-happening.ts'

const { perks: said, happenings } = words

export function Perks(props: { readonly space: Space }): JSX.Element {
  const document = () => {
    const siteId = props.space.catalogue.site.id
    return formatDocumentName({ kind: 'attendees', siteId })
  }
  const records = createRecords(document, 'perks', readCountedPerk)
  const all = () =>
    [...(records()?.all.values() ?? [])].sort((a, b) => a.title.localeCompare(b.title))
  const [opened, setOpened] = createSignal<{ readonly of: CountedPerk | null } | null>(null)
  return (
    <section class="stack" aria-labelledby="perks">
      <div class="row" data-spread>
        <h2 id="perks">{said.title}</h2>
        <button type="button" class="button" onClick={() => setOpened({ of: null })}>
          <Icon name="plus" />
          {said.newPerk}
        </button>
      </div>
      <ul class="stack">
        <For
          each={all()}
          fallback={
            <li class="empty">
              <Icon name="star" />
              <p>{said.noPerks}</p>
            </li>
          }
        >
          {(perk) => (
            <Row perk={perk} space={props.space} onChange={() => setOpened({ of: perk })} />
          )}
        </For>
      </ul>
      <Show when={opened()} keyed>
        {({ of }) => <PerkSheet space={props.space} perk={of} onClose={() => setOpened(null)} />}
      </Show>
    </section>
  )
}

function Row(props: {
  readonly perk: CountedPerk
  readonly space: Space
  readonly onChange: () => void
}): JSX.Element {
  const { title, siteId, id: perkId } = props.perk
  const summary = () => {
    const { tierIds, until, uses } = props.perk
    const { catalogue, today } = props.space
    const tiers = catalogue.tiers.filter(({ id }) => tierIds.includes(id)).map(({ name }) => name)
    const whom = tiers.length === 0 ? happenings.everybody : tiers.join(', ')
    const last = until === null ? [] : [said.until(words.amounts.dateWithin(until, today))]
    return [whom, ...last, said.uses(uses)].join(' · ')
  }
  async function remove(): Promise<void> {
    showToast((await sendHappening('perk.remove', { siteId, perkId })) ?? said.removed)
  }
  return (
    <BoardRow
      title={title}
      summary={summary()}
      changeLabel={said.changeLabel(title)}
      remove={said.remove}
      removeLabel={said.removeLabel(title)}
      onChange={props.onChange}
      onRemove={() => void remove()}
    />
  )
}
