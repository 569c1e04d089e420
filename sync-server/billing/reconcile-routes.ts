/**
 * `/api/payments`: how the books stand against the processor, and what whoever keeps them must hear of. Asking for a look moves no money; it
 * only takes into the books what is there. `/api/payments/movements` is the processor's side of the books, as a table.
 */
import type { Context } from 'hono'
import { mayCommand, type Principal } from '../../domain/access/permissions.ts'
import { movementsCsv } from '../../domain/billing/movements-csv.ts'
import { isLocalDate } from '../../domain/values/local-date.ts'
import { amounts } from '../../domain/words/english/amounts.ts'
import { fail, notFound, unauthorised } from '../http/answers.ts'
import type { Routes } from '../http/routes.ts'
import type { Storage } from '../storage/storage.ts'
import { caughtUpAt } from './feed/catch-up.ts'
import type { PaymentGateway } from './gateway.ts'
import type { Reconciler } from './reconcile/keep-reconciled.ts'
import { lastReconciled } from './reconcile/reconcile.ts'
import { movementsBetween } from './reconcile/sums.ts'

/** Alarms that are shown, the newest. */
const ALARMS_MAX = 50

export function reconcileRoutes(
  storage: Storage,
  { mode }: PaymentGateway,
  reconciler: Pick<Reconciler, 'look'>,
): Routes {
  async function told() {
    const { read } = storage
    const rows = read.selectFrom('payment_alarm').select(['kind', 'at', 'detail as about'])
    const alarms = await rows.orderBy('at', 'desc').limit(ALARMS_MAX).execute()
    const report = await lastReconciled(storage, mode)
    return { mode, report, alarms, caughtUpAt: await caughtUpAt(read, mode) }
  }

  return (app, signedInOf) => {
    async function keeperOf(context: Context): Promise<Principal | Response> {
      const signedIn = await signedInOf(context)
      if (signedIn === null) return unauthorised(context)
      return mayCommand(signedIn.principal, 'bills.read') ? signedIn.principal : notFound(context)
    }

    app.get('/api/payments', async (context) => {
      const keeper = await keeperOf(context)
      return keeper instanceof Response ? keeper : context.json(await told())
    })

    app.get('/api/payments/movements', async (context) => {
      const keeper = await keeperOf(context)
      if (keeper instanceof Response) return keeper
      const { from, until } = context.req.query()
      if (!isLocalDate(from) || !isLocalDate(until)) return notFound(context)
      const movements = await movementsBetween(storage.read, mode, from, until)
      return context.body(
        movementsCsv(movements, amounts.currencyDigits, (at) => new Date(at).toISOString()),
        200,
        {
          'content-type': 'text/csv; charset=utf-8',
          'content-disposition': `attachment; filename="movements-${from}.csv"`,
        },
      )
    })

    app.post('/api/payments/look', async (context) => {
      const keeper = await keeperOf(context)
      if (keeper instanceof Response) return keeper
      if ((await reconciler.look()) === null) {
        return fail(context, 503, 'not-reached', 'The payment processor could not be asked.')
      }
      return context.json(await told())
    })
  }
}
