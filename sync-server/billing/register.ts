/** The one door of the billing room: what it settles, shows and does later. */
import type { JobHandler } from '../jobs/job-runner.ts'
import type { Settlement } from '../settlement/settlement.ts'
import { addonProjection } from './addon-projection.ts'
import { endFund } from './end-credit.ts'
import { fundProjection } from './fund-projection.ts'
import { takeEffect } from './membership-due.ts'
import { billProjection } from './projections.ts'
import { promoProjection } from './promo-projection.ts'
import { continueRun } from './run.ts'
import { addonKinds } from './settle-addons.ts'
import { billToKinds } from './settle-bill-to.ts'
import { billKinds } from './settle-bills.ts'
import { fundKinds } from './settle-funds.ts'
import { membershipKinds } from './settle-memberships.ts'
import { promoKinds } from './settle-promos.ts'

export function registerBilling() {
  return {
    kinds: [
      ...[...billKinds, ...fundKinds, ...promoKinds, ...billToKinds],
      ...[...membershipKinds, ...addonKinds],
    ],
    projections: [billProjection, fundProjection, promoProjection, addonProjection],
    jobs: (settlement: Settlement): ReadonlyMap<string, JobHandler> =>
      new Map([
        ['fund.end', (body: unknown) => endFund(settlement, fundIdOf(body))],
        ['billing.run', (body: unknown) => continueRun(settlement, runIdOf(body))],
        ['membership.due', (body: unknown) => takeEffect(settlement, body)],
      ]),
  }
}

function runIdOf(body: unknown): string {
  return (body as { readonly runId: string }).runId // written by the settlement's facts
}

function fundIdOf(body: unknown): string {
  return (body as { readonly fundId: string }).fundId // written with the fund
}
