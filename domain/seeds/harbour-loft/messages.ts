/** What members of the sample wrote to each other: Hana has an answer that she has not read, and the team something that was reported. */
import { freshSide, type Message, type ThreadSide } from '../../community/messages/message.ts'
import type { Report } from '../../community/messages/report.ts'
import { toId } from '../../values/ids.ts'
import { type Instant, MINUTE_MS, toInstant } from '../../values/instant.ts'
import { harbourLoftId } from './sites.ts'

const member = (handle: string) => toId('member', `mem_${handle}`)
const [hana, mei, rafael] = [member('hana'), member('mei'), member('rafael')]
const [lea, nico] = [member('lea'), member('nico')]

interface Line {
  readonly from: typeof hana
  readonly to: typeof hana
  readonly minutesAgo: number
  readonly text: string
}

const lines: readonly Line[] = [
  { from: rafael, to: hana, minutesAgo: 4_400, text: 'Is it you who knows the letterpress?' },
  { from: hana, to: rafael, minutesAgo: 4_380, text: 'It is. Thursday afternoon, if you like.' },
  { from: rafael, to: hana, minutesAgo: 4_371, text: 'Perfect, I’ll bring paper.' },
  {
    ...{ from: hana, to: mei, minutesAgo: 95 },
    text: 'Do you still have the wide scanner? I have two maps that fit nowhere.',
  },
  {
    from: mei,
    to: hana,
    minutesAgo: 40,
    text: 'Yes, it stands by the window. Come over any time.',
  },
  { from: mei, to: hana, minutesAgo: 39, text: 'The lid sticks a little, lift it on the left.' },
  { from: nico, to: lea, minutesAgo: 190, text: 'Hi, I sell insurance for studios.' },
  { from: nico, to: lea, minutesAgo: 180, text: 'You really should answer me. Last offer!!!' },
]

export interface SampleMessages {
  readonly messages: readonly Message[]
  readonly sides: readonly ThreadSide[]
  readonly reports: readonly Report[]
}

export function sampleMessages(now: Instant): SampleMessages {
  const before = (minutes: number) => toInstant(now - minutes * MINUTE_MS)
  const messages = lines.map(({ from, to, minutesAgo, text }, index): Message => {
    const id = toId('message', `msg_sample-${index + 1}`)
    // Its place in the thread is given where it is written.
    const placed = { id, from, to, n: 0, sentAt: before(minutesAgo), text }
    return { ...placed, state: 'there', isWithheld: false }
  })
  const report: Report = {
    ...{ id: toId('report', 'rep_sample-1'), siteId: harbourLoftId, by: lea, about: nico },
    messages: messages
      .filter(({ from }) => from === nico)
      .map(({ id, sentAt, text }) => ({ id, sentAt, text })),
    ...{ why: 'He writes to everybody on our floor.', madeAt: before(170), decided: null },
  }
  const sides = [
    { ...freshSide(hana, rafael), readN: 3 },
    { ...freshSide(rafael, hana), readN: 2 },
    { ...freshSide(mei, hana), readN: 1 },
    { ...freshSide(lea, nico), readN: 2, isBlocked: true },
  ]
  return { messages, sides, reports: [report] }
}
