/**
 * `/demo-checkout`: the emulator's pages, for whoever was led there. As with the processor's own, the address is the right: it cannot be
 * guessed, and it opens nothing but its own payment. Without the emulator there are none.
 */
import type { Context } from 'hono'
import { notFound } from '../http/answers.ts'
import { readBytes } from '../http/read-body.ts'
import type { Routes } from '../http/routes.ts'
import { isCardName } from './emulator/cards.ts'
import { sessionNow, titleOf } from './emulator/checkout.ts'
import type { Emulator } from './emulator/emulator.ts'
import type { CardError, CheckoutSession } from './emulator/objects.ts'
import { checkoutPage, overPage, PAGE_POLICY, PAGE_STYLE, provePage } from './emulator/page.ts'
import { press, prove } from './emulator/press.ts'
import { Refused } from './emulator/refused.ts'
import { fromProcessor } from './stripe/amounts.ts'

/** One field with a short word in it. */
const FORM_BYTES_MAX = 200
const PATH = '/demo-checkout'

export function demoRoutes(emulator: Emulator): Routes {
  return (app) => {
    app.get(`${PATH}/page.css`, (context) =>
      context.body(PAGE_STYLE, 200, { 'Content-Type': 'text/css; charset=utf-8' }),
    )

    app.get(`${PATH}/:session`, (context) =>
      orNotFound(context, () => showCheckout(context, emulator, null)),
    )
    app.post(`${PATH}/:session`, (context) =>
      orNotFound(context, async () => {
        const card = await fieldOf(context, 'card')
        const id = context.req.param('session') ?? ''
        if (!isCardName(card)) return showCheckout(context, emulator, null)
        const pressed = await emulator.act(id, (call) => press(call, id, card))
        switch (pressed.kind) {
          case 'complete':
            return showCheckout(context, emulator, null)
          case 'prove':
            return context.redirect(`${PATH}/${pressed.path}`, 303)
          case 'declined':
            return showCheckout(context, emulator, pressed.error)
        }
      }),
    )

    app.get(`${PATH}/prove/:session`, (context) =>
      orNotFound(context, async () => {
        const id = context.req.param('session') ?? ''
        const kind = id.startsWith('cs_') ? 'checkout.session' : 'payment_intent'
        await emulator.act(id, ({ objects }) => objects.get(kind, id))
        return html(context, provePage())
      }),
    )
    app.post(`${PATH}/prove/:session`, (context) =>
      orNotFound(context, async () => {
        const id = context.req.param('session') ?? ''
        const isProven = (await fieldOf(context, 'proven')) === 'yes'
        const to = await emulator.act(id, (call) => prove(call, id, isProven))
        return to === null ? html(context, overPage(null)) : leave(context, to, id)
      }),
    )
  }
}

async function showCheckout(
  context: Context,
  emulator: Emulator,
  declined: CardError | null,
): Promise<Response> {
  const id = context.req.param('session') ?? ''
  const { session, title } = await emulator.act(id, async (call) => ({
    session: await sessionNow(call, id),
    title: await titleOf(call, id),
  }))
  if (session.status === 'complete' && session.success_url !== null) {
    return leave(context, session.success_url, id)
  }
  if (session.status !== 'open') return html(context, overPage(session.cancel_url))
  const shown = { amount: amountOf(session), title, back: session.cancel_url, declined }
  return html(context, checkoutPage(shown))
}

function amountOf({ amount_total: total, currency }: CheckoutSession) {
  return total === null || currency === null ? null : fromProcessor(total, currency)
}

/** docs: a page that somebody is led back to may ask which session it was. */
function leave(context: Context, to: string, session: string): Response {
  return context.redirect(to.replace('{CHECKOUT_SESSION_ID}', session), 303)
}

function html(context: Context, text: string): Response {
  context.header('Content-Security-Policy', PAGE_POLICY)
  context.header('Cache-Control', 'no-store')
  return context.html(text)
}

async function fieldOf(context: Context, name: string): Promise<string | null> {
  const bytes = await readBytes(context, FORM_BYTES_MAX)
  return bytes === null ? null : new URLSearchParams(bytes.toString('utf8')).get(name)
}

/** What the emulator has none of is nothing at this address. */
async function orNotFound(context: Context, work: () => Promise<Response>): Promise<Response> {
  try {
    return await work()
  } catch (error) {
    if (error instanceof Refused) return notFound(context)
    throw error
  }
}
