import type { JSX } from 'solid-js'
import type { PerkText } from '../../../domain/bookings/wishes/perk-requests.ts'
import { isWebAddress } from '../../../domain/bookings/wishes/web-address.ts'
import type { Perk } from '../../../domain/community/perks/perk.ts'
import { limits } from '../../../domain/values/limits.ts'
import type { Space } from '../../app/with-space.tsx'
import { freshId } from '../../sync/fresh-id.ts'
import { FormSheet } from '../../ui/form-sheet.tsx'
import { words } from '../../ui/words.ts'
import { Continued } from '../continued.tsx'
import { createFormDraft } from '../form-draft.ts'
import { WhenOffline } from '../when-offline.tsx'
import { DayFields } from './day-fields.tsx'
import { sendHappening } from './send-happening.ts'
import { TextFields } from './text-fields.tsx'
import { TierChoice } from './tier-choice.tsx'

const { perks: said, happenings } = words

export function PerkSheet(props: {
  readonly space: Space
  /** Null for a new one. */
  readonly perk: Perk | null
  readonly onClose: () => void
}): JSX.Element {
  const form = createFormDraft(
    `perk/${props.perk?.id ?? props.space.catalogue.site.id}`,
    textOf(props.perk, props.space),
    props.perk?.revision ?? 0,
  )
  const { value: draft, change: set } = form
  async function send(): Promise<string | null> {
    const { title, code, link, ...rest } = draft()
    const perk = { ...rest, title: title.trim(), code: code.trim(), link: link.trim() }
    if (perk.title === '' || perk.code === '') return said.missing
    if (perk.link !== '' && !isWebAddress(perk.link)) return said.badLink
    const siteId = props.space.catalogue.site.id
    const why = await sendHappening('perk.save', { siteId, perk, revision: form.revision() })
    if (why === null) form.end()
    return why
  }
  return (
    <FormSheet
      submit={happenings.save}
      title={props.perk === null ? said.newPerk : said.changePerk}
      done={said.saved}
      send={send}
      onClose={props.onClose}
    >
      <Continued draft={form} />
      <WhenOffline isKept />
      <TextFields
        title={draft().title}
        text={draft().text}
        onTitle={(title) => set({ title })}
        onText={(text) => set({ text })}
      />
      <CodeFields draft={draft()} onChange={set} />
      <DayFields days={draft()} onChange={set} />
      <TierChoice
        space={props.space}
        chosen={draft().tierIds}
        onChange={(tierIds) => set({ tierIds })}
      />
    </FormSheet>
  )
}

interface Fields {
  readonly draft: PerkText
  readonly onChange: (change: Partial<PerkText>) => void
}

function CodeFields(props: Fields): JSX.Element {
  return (
    <>
      <label class="field">
        {said.link}
        <input
          type="url"
          maxlength={limits.perkLinkLengthMax}
          placeholder={said.linkHint}
          value={props.draft.link}
          onInput={(event) => props.onChange({ link: event.currentTarget.value })}
        />
      </label>
      <div class="two-fields">
        <label class="field">
          {said.code}
          <input
            required
            maxlength={limits.perkCodeLengthMax}
            value={props.draft.code}
            onInput={(event) => props.onChange({ code: event.currentTarget.value })}
          />
        </label>
        <label class="field">
          {said.usesMax}
          <input
            type="number"
            min="1"
            max={limits.perkUsesMax}
            placeholder={said.usesHint}
            value={props.draft.usesMax ?? ''}
            onInput={({ currentTarget: { value } }) =>
              props.onChange({ usesMax: value === '' ? null : Number(value) })
            }
          />
        </label>
      </div>
    </>
  )
}

function textOf(perk: Perk | null, { today }: Space): PerkText {
  if (perk === null) {
    return {
      ...{ id: freshId('perk'), title: '', text: '', link: '', code: '', tierIds: [] },
      ...{ from: today, until: null, usesMax: null },
    }
  }
  const { id, title, text, link, code, tierIds, from, until, usesMax } = perk
  return { id, title, text, link, code, tierIds, from, until, usesMax }
}
