/**
 * The words of one kind of news, which a location may replace by its own: a subject and a text with variables in braces. What must be said in any
 * case (place, time, price, until when it can be cancelled) stands beside them and is not theirs to leave out.
 */
import { limits } from '../values/limits.ts'
import type { NewsKind } from './news.ts'

export interface Template {
  readonly subject: string
  readonly text: string
}

const everywhere = ['name', 'space'] as const
const ofBookings = [...everywhere, 'place', 'when'] as const
const ofEvent = [...everywhere, 'event', 'when', 'where'] as const
const ofGuest = [...ofBookings, 'host'] as const
const ofBill = [...everywhere, 'number', 'amount'] as const
const ofDeclined = [...ofBill, 'why', 'next', 'kept'] as const
const ofDeposit = [...everywhere, 'plan', 'amount'] as const
const ofAddon = [...everywhere, 'extra', 'effect'] as const
const ofPlan = [...everywhere, 'plan', 'effect', 'cost', 'reason'] as const

/** What may stand in braces, by kind. */
export const templateVariables: { readonly [Kind in NewsKind]: readonly string[] } = {
  booked: ofBookings,
  'booked-instead': ofBookings,
  held: [...ofBookings, 'until'],
  'not-confirmed': ofBookings,
  'to-pay': [...ofBookings, 'until'],
  'not-paid': ofBookings,
  approved: ofBookings,
  declined: [...ofBookings, 'reason'],
  unanswered: ofBookings,
  changed: ofBookings,
  moved: ofBookings,
  cancelled: [...ofBookings, 'refund'],
  'cancelled-by-space': [...ofBookings, 'refund'],
  missed: [...ofBookings, 'refund'],
  offered: [...ofBookings, 'until'],
  refused: [...ofBookings, 'why'],
  'too-late': ofBookings,
  dearer: [...ofBookings, 'price'],
  reminder: [...ofBookings, 'day'],
  billed: [...ofBill, 'period', 'due'],
  paid: [...ofBill, 'how', 'open'],
  'paid-back': [...ofBill, 'open'],
  credited: [...ofBill, 'open'],
  'pay-failed': ofDeclined,
  'pay-action': ofBill,
  overdue: ofDeclined,
  blocked: ofDeclined,
  'refund-failed': ofBill,
  'refund-failed-team': [...ofBill, 'payer'],
  'event-going': ofEvent,
  'event-came-in': ofEvent,
  'event-waiting': ofEvent,
  'event-moved': ofEvent,
  'event-off': ofEvent,
  'event-refused': [...ofEvent, 'why'],
  'event-word': [...ofEvent, 'text'],
  'event-reminder': [...ofEvent, 'day'],
  announced: [...everywhere, 'title', 'text'],
  renewal: [...everywhere, 'amount', 'date', 'plan', 'how'],
  'card-ending': [...everywhere, 'card', 'date'],
  'deposit-asked': [...ofDeposit, 'due'],
  'deposit-not-paid': [...ofDeposit, 'card'],
  'deposit-received': ofDeposit,
  'deposit-kept': [...ofDeposit, 'reason', 'left'],
  'deposit-returned': [...ofDeposit, 'reason', 'left'],
  'deposit-not-returned': ofDeposit,
  'deposit-not-returned-team': [...ofDeposit, 'payer'],
  'plan-begins': ofPlan,
  'plan-changed': ofPlan,
  'plan-paused': ofPlan,
  'plan-resumed': ofPlan,
  'plan-ends': ofPlan,
  'plan-kept': ofPlan,
  'addon-taken': [...ofAddon, 'cost'],
  'addon-ends': ofAddon,
  'addon-ended-by-space': [...ofAddon, 'cost', 'reason'],
  expiring: [...everywhere, 'pass', 'left', 'date'],
  answered: [...everywhere, 'number', 'by', 'text'],
  message: [...everywhere, 'by', 'count'],
  'message-word': [...everywhere, 'text'],
  welcome: everywhere,
  'team-invited': [...everywhere, 'by', 'team'],
  'guest-invited': [...ofGuest, 'code'],
  'guest-moved': [...ofGuest, 'code'],
  'guest-off': ofGuest,
}

export type Values = Readonly<Record<string, string>>

/** Every variable of the kind has a value; a brace that names none stays what it is. */
export function fillTemplate({ subject, text }: Template, values: Values): Template {
  return { subject: fill(subject, values).replace(/\s+/g, ' ').trim(), text: fill(text, values) }
}

/** With the space before it, which goes with a value that says nothing. */
const variable = /( ?)\{([a-z]+)\}/g

function fill(text: string, values: Values): string {
  return text.replace(variable, (whole, before: string, name: string) => {
    const value = Object.hasOwn(values, name) ? values[name] : undefined
    if (value === undefined) return whole
    return value === '' ? '' : before + value
  })
}

export type TemplateProblem =
  | { readonly kind: 'empty' | 'too-long'; readonly field: keyof Template }
  | { readonly kind: 'unknown-variable'; readonly field: keyof Template; readonly name: string }

export function templateProblems(kind: NewsKind, template: Template): readonly TemplateProblem[] {
  return (['subject', 'text'] as const).flatMap((field) => {
    const said = template[field]
    const most = field === 'subject' ? limits.newsSubjectLengthMax : limits.newsTextLengthMax
    return [
      ...(said.trim() === '' ? [{ kind: 'empty', field } as const] : []),
      ...(said.length > most ? [{ kind: 'too-long', field } as const] : []),
      ...unknownIn(kind, said).map((name) => ({ kind: 'unknown-variable', field, name }) as const),
    ]
  })
}

function unknownIn(kind: NewsKind, said: string): readonly string[] {
  const names = [...said.matchAll(/\{([^{}]*)\}/g)].map((found) => found[1] ?? '')
  return [...new Set(names.filter((name) => !templateVariables[kind].includes(name)))]
}
