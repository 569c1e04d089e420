/** The week is sent as one: what it asks for is said first. What was taken back meanwhile elsewhere is not booked. */
import { createSignal, type JSX, Show } from 'solid-js'
import { choiceOfDay } from '../../../domain/bookings/teams/day-choice.ts'
import type { ToldTeam } from '../../../domain/bookings/teams/team-sections.ts'
import type { PlannedDay } from '../../../domain/bookings/teams/week.ts'
import { defaultDeadline } from '../../../domain/bookings/wishes/default-deadline.ts'
import type { SentDesk } from '../../../domain/bookings/wishes/team-requests.ts'
import type { IsoWeek } from '../../../domain/values/local-date.ts'
import { add, zero } from '../../../domain/values/money.ts'
import type { Space } from '../../app/with-space.tsx'
import { writeIntent } from '../../sync/write-intent.ts'
import { FormSheet } from '../../ui/form-sheet.tsx'
import { words } from '../../ui/words.ts'
import type { OwnTeam } from './read-team.ts'

const { weeks } = words

export function SendWeek(props: {
  readonly space: Space
  readonly own: OwnTeam
  readonly team: ToldTeam
  readonly week: IsoWeek
  readonly days: readonly PlannedDay[]
}): JSX.Element {
  const [isAsking, setIsAsking] = createSignal(false)
  const desks = () => props.days.flatMap((day) => deskOf(props, day))
  const price = () =>
    desks().reduce((sum, { quote }) => add(sum, quote), zero(props.space.catalogue.site.currency))
  async function send(): Promise<string | null> {
    const { catalogue, now } = props.space
    const choices = desks().map(({ choice }) => choice)
    const body = {
      ...{ teamId: props.team.id, siteId: catalogue.site.id, week: props.week },
      ...({ desks: desks(), payWith: 'team' } as const),
    }
    const deadlineAt = defaultDeadline(catalogue, choices, now)
    const answer = await writeIntent('week.send', body, { deadlineAt })
    return answer.kind === 'not-saved' ? words.states.notSaved[answer.why] : null
  }
  return (
    <>
      <div>
        <button
          type="button"
          class="button"
          data-kind="primary"
          disabled={desks().length === 0}
          onClick={() => setIsAsking(true)}
        >
          {weeks.send}
        </button>
      </div>
      <Show when={isAsking()}>
        <FormSheet
          title={weeks.sendTitle}
          submit={weeks.send}
          done={weeks.wasSent}
          send={send}
          onClose={() => setIsAsking(false)}
        >
          <p>{weeks.asksFor(desks().length, words.amounts.money(price()))}</p>
          <p class="soft">{weeks.sendSentence}</p>
        </FormSheet>
      </Show>
    </>
  )
}

/** In the order of people and days; days that are over, or on which the location is closed, ask for nothing. */
function deskOf(
  { space, own }: { readonly space: Space; readonly own: OwnTeam },
  { memberId, on, wish }: PlannedDay,
): readonly SentDesk[] {
  const person = own.people.find((one) => one.memberId === memberId)
  if (person === undefined || wish.kind !== 'desk') return []
  const { catalogue, now } = space
  const tierId = person.managed?.tierId ?? null
  const found = choiceOfDay(catalogue, on, wish.resourceId, tierId, now)
  return found === null ? [] : [{ memberId, on, liked: wish.resourceId, ...found }]
}
