/** What somebody has by contract, as Today says it before anything else. */
import type { LocalDate } from '../../values/local-date.ts'
import { date } from './amounts.ts'

export const held = {
  title: 'Yours',
  desk: 'Your desk',
  office: 'Your team’s office',
  lent: (until: LocalDate, now: LocalDate) =>
    until === now ? 'Others may book it today' : `Others may book it until ${date(until, now)}`,
  away: 'I’m away',
  back: 'I’m back',
  onPlan: 'On the plan',
} as const
