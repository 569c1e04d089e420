/** A request that a member brought to the desk: kept for them, so that both sides find it again. */
import { createSignal, type JSX } from 'solid-js'
import {
  type TicketCategory,
  ticketCategories,
} from '../../../domain/bookings/wishes/support-requests.ts'
import type { MemberId } from '../../../domain/values/ids.ts'
import { limits } from '../../../domain/values/limits.ts'
import { type PersonNamed, PersonSearch } from '../../app/person-search.tsx'
import type { Space } from '../../app/with-space.tsx'
import { findPeople } from '../../sync/find-people.ts'
import { FormSheet } from '../../ui/form-sheet.tsx'
import { words } from '../../ui/team-words.ts'
import { Continued } from '../continued.tsx'
import { createFormDraft } from '../form-draft.ts'
import { SelectField } from '../settings/fields.tsx'
import { act } from './act.ts'
import { peopleOf, type SupportDesk } from './desk-model.ts'

const fresh: { readonly category: TicketCategory; readonly text: string } = {
  category: 'maintenance',
  text: '',
}
/** More are not told apart by a part of a name. */
const FOUND_MAX = 8
const nothing = { resourceId: null, bookingId: null, billId: null }

export function LogSheet(props: {
  readonly space: Space
  readonly desk: SupportDesk
  readonly onClose: () => void
}): JSX.Element {
  const siteId = props.space.catalogue.site.id
  const [person, setPerson] = createSignal<PersonNamed | null>(null)
  const draft = createFormDraft(`log/${siteId}`, fresh, 0)
  /** Without a network among those who have asked here before. */
  async function find(text: string): Promise<readonly PersonNamed[] | null> {
    const known = namedLike(peopleOf(props.desk.tickets()), text)
    return (await findPeople(siteId, text)) ?? (known.length > 0 ? known : null)
  }
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
        find={find}
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

function namedLike(people: ReadonlyMap<MemberId, string>, text: string): readonly PersonNamed[] {
  const wanted = text.trim().toLocaleLowerCase()
  if (wanted === '') return []
  const all = [...people].map(([id, name]) => ({ id, name }))
  return all.filter(({ name }) => name.toLocaleLowerCase().includes(wanted)).slice(0, FOUND_MAX)
}
