/** What a partner is shown: the code, whose it is, the day and the hour as they pass, and that the space said so. */
import '../ui/pass.css'
import { createResource, type JSX, Show } from 'solid-js'
import type { OwnPerk } from '../../domain/community/perks/perk-sections.ts'
import { formatMinute, toWallTime } from '../../domain/values/zone.ts'
import type { Space } from '../app/with-space.tsx'
import { Icon } from '../ui/icon.tsx'
import { Sheet } from '../ui/sheet.tsx'
import { words } from '../ui/words.ts'
import { checkProof } from './perks-model.ts'

const { perks: said } = words

export function PerkCode(props: {
  readonly perk: OwnPerk
  readonly space: Space
  readonly onClose: () => void
}): JSX.Element {
  const [signed] = createResource(() => checkProof(props.perk, props.space))
  const now = () => {
    const { date, minute } = toWallTime(props.space.catalogue.zone, props.space.now)
    return `${words.amounts.longDate(date)}, ${formatMinute(minute)}`
  }
  return (
    <Sheet title={props.perk.title} onClose={props.onClose}>
      <div class="stack pass">
        <p class="pass-sign">{props.perk.code}</p>
        <p dir="auto">
          <strong>{props.space.member.name}</strong>
        </p>
        <p>{now()}</p>
        <p role="status">
          <Show when={signed() === 'signed'}>
            <span class="state" data-tone="mine">
              <Icon name="check" />
              {said.signed(props.space.catalogue.site.name)}
            </span>
          </Show>
          <Show when={signed() === 'forged'}>
            <span class="state" data-tone="problem">
              <Icon name="problem" />
              {said.forged}
            </span>
          </Show>
        </p>
        <p class="soft">{said.counted}</p>
      </div>
    </Sheet>
  )
}
