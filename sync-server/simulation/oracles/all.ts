/** Every oracle, asked of every world. */
import { acknowledgedSurvives } from './acknowledged-survives.ts'
import { basketWholeOrNot } from './basket-whole-or-not.ts'
import { bookedAfterSettled } from './booked-after-settled.ts'
import { closedAsRead } from './closed-as-read.ts'
import { endedStaysEnded } from './ended-stays-ended.ts'
import { eveningHasRoom } from './evening-has-room.ts'
import { messagesComeOnce } from './messages-come-once.ts'
import { noForeignBytes } from './no-foreign-bytes.ts'
import { oneOutcomeEach } from './one-outcome-each.ts'
import { onlyServerWrites } from './only-server-writes.ts'
import type { MakeOracle } from './oracle.ts'
import { outcomeBeforeForgetting } from './outcome-before-forgetting.ts'
import { replicasConverge } from './replicas-converge.ts'
import { seriesWholeOrNot } from './series-whole-or-not.ts'
import { serverTimeDecides } from './server-time-decides.ts'
import { sqlInvariants } from './sql-invariants.ts'
import { suspendedGetsNothing } from './suspended-gets-nothing.ts'
import { ticketsAreToldApart } from './tickets-are-told-apart.ts'
import { waitersAreAsked } from './waiters-are-asked.ts'

export const oracles: readonly MakeOracle[] = [
  sqlInvariants,
  oneOutcomeEach,
  acknowledgedSurvives,
  replicasConverge,
  onlyServerWrites,
  noForeignBytes,
  outcomeBeforeForgetting,
  bookedAfterSettled,
  serverTimeDecides,
  seriesWholeOrNot,
  suspendedGetsNothing,
  endedStaysEnded,
  basketWholeOrNot,
  waitersAreAsked,
  eveningHasRoom,
  ticketsAreToldApart,
  closedAsRead,
  messagesComeOnce,
]
