/** The door of paying, once somebody moves money: what is done later, what payers ask for, and what whoever moves the money tells. */
import type { Routes } from '../../http/routes.ts'
import type { JobHandler } from '../../jobs/job-runner.ts'
import type { TakeFact } from '../gateway.ts'
import { payRoutes } from '../pay-routes.ts'
import { look } from './ask.ts'
import { collectBill, collectDeposit } from './collect.ts'
import { collectBooking } from './collect-booking.ts'
import { giveBack, giveBackDeposit } from './give-back.ts'
import type { PayingPorts } from './ports.ts'
import { makeTakeFact } from './take-fact.ts'

export interface Paying {
  readonly jobs: ReadonlyMap<string, JobHandler>
  readonly routes: Routes
  readonly takeFact: TakeFact
}

export function registerPaying(ports: PayingPorts): Paying {
  return {
    jobs: new Map<string, JobHandler>([
      ['bill.collect', (body) => collectBill(ports, textOf(body, 'billId'))],
      ['booking.collect', (body) => collectBooking(ports, textOf(body, 'bookingId'))],
      ['deposit.collect', (body) => collectDeposit(ports, textOf(body, 'depositId'))],
      ['deposit.give-back', (body) => giveBackDeposit(ports, textOf(body, 'fundId'))],
      ['bill.give-back', (body) => giveBack(ports, textOf(body, 'billId'))],
      ['attempt.look', (body) => look(ports, textOf(body, 'attemptId'))],
    ]),
    routes: payRoutes(ports),
    takeFact: makeTakeFact(ports),
  }
}

function textOf(
  body: unknown,
  field: 'billId' | 'attemptId' | 'bookingId' | 'depositId' | 'fundId',
): string {
  return (body as Readonly<Record<string, string>>)[field] ?? '' // written by the settlement's facts
}
