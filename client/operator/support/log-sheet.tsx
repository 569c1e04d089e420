/** A request that a member brought to the desk: kept for them, so that both sides find it again. */
import { createSignal, type JSX } from 'solid-js'
import {
  type TicketCategory,
  ticketCategories,
} from '../../../domain/bookings/wishes/support-requests.ts'
import { limits } from '../../../domain/values/limits.ts'
import { PersonSearch } from '../../app/person-search.tsx'
import type { Space } from '../../app/with-space.tsx'
import type { PersonFound } from '../../sync/find-people.ts'
import { FormSheet } from '../../ui/form-sheet.tsx'
import { words } from '../../ui/team-words.ts'
import { Continued } from '../continued.tsx'
import { createFormDraft } from '../form-draft.ts'
import { SelectField } from '../settings/fields.tsx'
import { act } from './act.ts'

const fresh: { readonly category: TicketCategory; readonly text: string } = {
  category: 'maintenance',
  text: '',
}
const nothing = { resourceId: null, bookingId: null, billId: null }

export function LogSheet(props: {
  readonly space: Space
  readonly onClose: () => void
}): JSX.Element {
  const siteId = props.space.catalogue.site.id
  const [person, setPerson] = createSignal<PersonFound | null>(null)
  const draft = createFormDraft(`log/${siteId}`, fresh, 0)
  async function send(): Promise<string | null> {
    const who = person()
    if (who === null) return words.supportDesk.logFor
    const { category, text } = draft.value()
    if (text.trim() === '') return words.support.textMissing
    const body = { siteId, category, text: text.trim(), about: nothing }
    const why = await act('ticket.open', { ...body, forMemberId: who.id })
    if (why === null) draft.end()
    return why
  }
  return (
    <FormSheet
      title={words.supportDesk.logTitle}
      submit={words.supportDesk.log}
      done={words.supportDesk.logged(person()?.name ?? '')}
      send={send}
      onClose={props.onClose}
    >
      <Continued draft={draft} />
      <PersonSearch
        siteId={siteId}
        label={words.supportDesk.logFor}
        title={words.supportDesk.logFor}
        needsConnection={words.operator.needsConnection}
        chosen={person()}
        onChoose={setPerson}
      />
      <SelectField
        label={words.support.category}
        value={draft.value().category}
        problem={null}
        options={Object.values(ticketCategories).map((value) => ({
          value,
          label: words.support.categories[value],
        }))}
        onChange={(category) => draft.change({ category })}
      />
      <label class="field">
        {words.support.text}
        <textarea
          rows="4"
          maxlength={limits.ticketTextLengthMax}
          value={draft.value().text}
          onInput={(event) => draft.change({ text: event.currentTarget.value })}
        />
      </label>
    </FormSheet>
  )
}
