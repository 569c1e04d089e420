import { expect, test } from 'vitest'
import { billingProblems, rhythmProblems } from '../sites/billing-problems.ts'
import { type BillingSettings, noBilling } from '../sites/billing-settings.ts'
import { toId } from '../values/ids.ts'
import { day, fee, settings } from './for-tests.ts'

const hot = toId('tier', 'tie_hot')

const pause = { daysMax: 90, priceMinor: 0, keepsPasses: true }

function problems(more: Partial<BillingSettings>): readonly string[] {
  const found = billingProblems({ ...settings, ...more }, [hot])
  return found.map(({ field, code }) => `${field}: ${code}`)
}

test('[BILLING-16] settings are refused at the field that contradicts them', () => {
  const rate = { kind: null, from: day('2026-01-01'), basisPoints: 1900 }
  const cases: readonly (readonly [Partial<BillingSettings>, readonly string[]])[] = [
    [{}, []],
    [{ billingDay: 32 }, ['billingDay: too-much']],
    [{ billingDay: 0 }, ['billingDay: below-one']],
    [{ dueDays: -1 }, ['dueDays: negative']],
    [
      { company: { name: '', address: ' ', taxId: '' } },
      ['company.name: missing', 'company.address: missing'],
    ],
    [{ numberPrefix: 'A-VERY-LONG-PREFIX-' }, ['numberPrefix: too-long']],
    [{ taxRates: [rate, rate] }, ['taxRates.1.from: same-twice']],
    [{ taxRates: [{ ...rate, basisPoints: 10_001 }] }, ['taxRates.0.basisPoints: too-much']],
    [{ fees: [fee('tie_hot', 3, { noticeDays: 1.5 })] }, ['fees.0.noticeDays: not-whole']],
    [{ fees: [fee('tie_hot', -3)] }, ['fees.0.priceMinor: negative']],
    [
      { dunning: { ...settings.dunning, retryDays: [5, 3], blockedDays: 6 } },
      ['dunning.retryDays: steps-out-of-order', 'dunning.blockedDays: steps-out-of-order'],
    ],
    [
      { fees: [fee('tie_hot', 3, { pause: { ...pause, daysMax: 0 } })] },
      ['fees.0.pause.daysMax: below-one'],
    ],
    [{ fees: [fee('tie_gone', 1)] }, ['fees.0.tierId: unknown-tier']],
  ]
  for (const [more, expected] of cases) expect(problems(more)).toEqual(expected)
})

test('[BILLING-16] where nothing is billed yet, nothing needs a name', () => {
  expect(billingProblems(noBilling, [])).toEqual([])
})

test('[BILLING-16] [P-07] the rhythm of a membership stays as it is once it is billed', () => {
  const weekly = { ...settings, fees: [fee('tie_hot', 300, { per: 'week' })] }
  expect(rhythmProblems(settings, weekly)).toEqual([{ field: 'fees.0.per', code: 'rhythm-fixed' }])
  expect(rhythmProblems(settings, settings)).toEqual([])
  expect(rhythmProblems({ ...settings, startsOn: null }, weekly)).toEqual([])
})
