/** The door of paying, once somebody moves money: what is done later, what payers ask for, and what whoever moves the money tells. */
import type { Routes } from '../../http/routes.ts'
import type { JobHandler } from '../../jobs/job-runner.ts'
import type { Outside } from '../../jobs/lanes.ts'
import type { TakeFact } from '../gateway.ts'
import { payRoutes } from '../pay-routes.ts'
import { look } from './ask.ts'
import { collectBill, collectDeposit } from './collect.ts'
import { collectBooking } from './collect-booking.ts'
import { giveBack, giveBackDeposit } from './give-back.ts'
import type { PayingPorts } from './ports.ts'
import { makeTakeFact } from './take-fact.ts'

/** An hour between attempts, once they have grown: a month of them, which is longer than anybody is ever away. */
const ATTEMPTS_MAX = 720

export interface Paying {
  readonly jobs: ReadonlyMap<string, JobHandler>
  /** The same, apart: somebody waits for their place to be paid, and waits for none of the thousand bills of a run. */
  readonly lanes: readonly Outside[]
  readonly routes: Routes
  readonly takeFact: TakeFact
}

export function registerPaying(ports: PayingPorts): Paying {
  const waitedFor = new Map<string, JobHandler>([
    ['booking.collect', (body) => collectBooking(ports, textOf(body, 'bookingId'))],
    ['attempt.look', (body) => look(ports, textOf(body, 'attemptId'))],
  ])
  const inTime = new Map<string, JobHandler>([
    ['bill.collect', (body) => collectBill(ports, textOf(body, 'billId'))],
    ['deposit.collect', (body) => collectDeposit(ports, textOf(body, 'depositId'))],
    ['deposit.give-back', (body) => giveBackDeposit(ports, textOf(body, 'fundId'))],
    ['bill.give-back', (body) => giveBack(ports, textOf(body, 'billId'))],
  ])
  return {
    jobs: new Map([...waitedFor, ...inTime]),
    lanes: [waitedFor, inTime].map((handlers) => ({ handlers, attemptsMax: ATTEMPTS_MAX })),
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
