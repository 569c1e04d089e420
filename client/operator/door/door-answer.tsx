/** What the door says to the pass that was shown last, large enough to be read at arm's length. */
import { type JSX, Show } from 'solid-js'
import type { Guest, Verdict } from '../../../domain/community/door/admit.ts'
import { formatCode } from '../../../domain/community/door/door-code.ts'
import { assertNever } from '../../../domain/values/assert.ts'
import type { Instant } from '../../../domain/values/instant.ts'
import { Icon } from '../../ui/icon.tsx'
import { words } from '../../ui/team-words.ts'
import type { DoorAnswer as Answer } from './door-model.ts'

const { door } = words

export interface AnswerWords {
  readonly clock: (at: Instant) => string
  readonly titleOf: (eventId: string) => string | null
  readonly ownDevice: string
}

export function DoorAnswer(props: {
  readonly answer: Answer
  readonly words: AnswerWords
  readonly onLetIn: (guest: Guest) => void
}): JSX.Element {
  const verdict = () => props.answer.verdict
  const guest = () => guestOf(verdict())
  const isIn = () => verdict().kind === 'welcome'
  return (
    <div class="door-answer card stack" data-gap="small" data-tone={toneOf(verdict())}>
      <p class="door-sentence">
        <Icon name={isIn() ? 'check' : 'problem'} />
        {sentenceOf(verdict(), props.words)}
      </p>
      <Show when={guest()}>
        {(one) => (
          <>
            <Show when={!isIn()}>
              <p dir="auto">
                <strong>{nameOf(one())}</strong>
              </p>
            </Show>
            <p>{door.forPeople(one().people)}</p>
            <Show when={one().name === null}>
              <p class="soft">{door.notOnList}</p>
            </Show>
            <Show when={!isIn()}>
              <button
                type="button"
                class="button"
                aria-label={door.letInLabel(nameOf(one()))}
                onClick={() => props.onLetIn(one())}
              >
                {door.letIn}
              </button>
            </Show>
          </>
        )}
      </Show>
    </div>
  )
}

function nameOf({ name, code }: Guest): string {
  return name ?? formatCode(code)
}

function guestOf(verdict: Verdict): Guest | null {
  return 'code' in verdict ? verdict : null
}

function toneOf({ kind }: Verdict): string {
  if (kind === 'welcome') return 'good'
  return kind === 'again' || kind === 'gave-up' || kind === 'waiting' ? 'ask' : 'problem'
}

function sentenceOf(verdict: Verdict, { clock, titleOf, ownDevice }: AnswerWords): string {
  switch (verdict.kind) {
    case 'welcome':
      return verdict.name === null ? door.welcomeNobody : door.welcome(verdict.name)
    case 'again': {
      const time = clock(verdict.at)
      return verdict.device === ownDevice ? door.againHere(time) : door.againElsewhere(time)
    }
    case 'gave-up':
      return door.gaveUp
    case 'waiting':
      return door.stillWaiting
    case 'other-event':
      return door.otherEvent(titleOf(verdict.eventId))
    case 'called-off':
      return door.calledOff
    case 'expired':
      return door.expired
    case 'not-valid':
      return door.notValid
    case 'unread':
      return door.unread
    case 'not-listed':
      return door.notListed
    default:
      return assertNever(verdict)
  }
}
