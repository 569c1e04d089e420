/**
 * `/api/screens`: the screens of a location, for who manages it. `/api/screen`: what a screen itself asks, with the key in its header and
 * no cookie: what it shows, and a key for the code that was typed on it.
 */
import type { Context } from 'hono'
import { mayCommand, type Principal } from '../../domain/access/permissions.ts'
import { parseScreen } from '../../domain/sites/screen.ts'
import { isId, type SiteId } from '../../domain/values/ids.ts'
import { HOUR_MS } from '../../domain/values/instant.ts'
import { makeAttempts } from '../auth/attempts.ts'
import type { AddressOf } from '../http/address-of.ts'
import { fail, notFound, unauthorised } from '../http/answers.ts'
import { readBody } from '../http/read-body.ts'
import type { Routes, SignedInOf } from '../http/routes.ts'
import type { Screen, Screens } from './screens.ts'

interface ScreenPorts {
  readonly screens: Screens
  readonly addressOf: AddressOf
  readonly version: string
  now(): number
}

/** Wrong codes an hour: of one address, and of all of them, against a million codes of which few stand at a time. */
const WRONG_PER_ADDRESS_MAX = 30
const WRONG_MAX = 300

export function screenRoutes(ports: ScreenPorts): Routes {
  return (app, signedInOf) => {
    const { screens } = ports
    app.get('/api/screens/:site', async (context) => {
      const signedIn = await signedInOf(context)
      if (signedIn === null) return unauthorised(context)
      const site = context.req.param('site')
      const isTheirs = isId('site', site) && mayManage(signedIn.principal, site)
      return isTheirs ? context.json({ screens: await screens.list(site) }) : notFound(context)
    })

    app.post('/api/screens/:site', async (context) => {
      const signedIn = await signedInOf(context)
      if (signedIn === null) return unauthorised(context)
      const site = context.req.param('site')
      if (!isId('site', site) || !mayManage(signedIn.principal, site)) return notFound(context)
      const settings = parseScreen(await readBody(context))
      if (settings === null) return malformed(context)
      const made = await screens.make(site, settings, signedIn.principal.memberId)
      if (made === null) {
        return fail(context, 409, 'too-many', 'There are twenty screens already. Remove one first.')
      }
      return context.json(made)
    })

    manageOne(app, ports, signedInOf)
    pairAndShow(app, ports)
  }
}

type App = Parameters<Routes>[0]

function manageOne(app: App, { screens }: ScreenPorts, signedInOf: SignedInOf): void {
  /** The screen and who asks; a response where there is none for them. */
  async function asked(context: Context): Promise<Response | { screen: Screen; by: string }> {
    const signedIn = await signedInOf(context)
    if (signedIn === null) return unauthorised(context)
    const screen = await screens.find(context.req.param('screen') ?? '')
    const isTheirs = screen !== null && mayManage(signedIn.principal, screen.siteId)
    return isTheirs ? { screen, by: signedIn.principal.memberId } : notFound(context)
  }

  app.post('/api/screens/one/:screen', async (context) => {
    const found = await asked(context)
    if (found instanceof Response) return found
    const settings = parseScreen(await readBody(context))
    if (settings === null) return malformed(context)
    await screens.change(found.screen, settings, found.by)
    return context.json({ changed: true })
  })

  app.post('/api/screens/one/:screen/code', async (context) => {
    const found = await asked(context)
    if (found instanceof Response) return found
    return context.json(await screens.renew(found.screen, found.by))
  })

  app.delete('/api/screens/one/:screen', async (context) => {
    const found = await asked(context)
    if (found instanceof Response) return found
    await screens.remove(found.screen, found.by)
    return context.json({ removed: true })
  })
}

function pairAndShow(app: App, { screens, addressOf, version, now }: ScreenPorts): void {
  const wrongOfAddress = makeAttempts(WRONG_PER_ADDRESS_MAX, HOUR_MS, now)
  const wrongOfAll = makeAttempts(WRONG_MAX, HOUR_MS, now)

  app.post('/api/screen/pair', async (context) => {
    const code = (await readBody(context))?.['code']
    const address = addressOf(context)
    if (!wrongOfAddress.take(address) || !wrongOfAll.take('')) {
      return fail(context, 429, 'too-many', 'Too many wrong codes. Try again in an hour.')
    }
    const key = typeof code === 'string' ? await screens.pair(code) : null
    if (key === null) {
      return fail(
        context,
        401,
        'wrong-code',
        'That code is not right, or its ten minutes are over.',
      )
    }
    wrongOfAddress.giveBack(address)
    wrongOfAll.giveBack('')
    return context.json({ key })
  })

  app.get('/api/screen', async (context) => {
    const screen = await screens.seen(bearerOf(context))
    if (screen === null) return unauthorised(context)
    const { siteId, name, floorIds, secondsPerFloor, showsNames } = screen
    const shown = { siteId, name, floorIds, secondsPerFloor, showsNames }
    return context.json({ ...shown, version, at: now() })
  })
}

/** The key in a request's header; no key is empty. */
export function bearerOf(context: Context): string {
  return /^Bearer (\S+)$/.exec(context.req.header('authorization') ?? '')?.[1] ?? ''
}

function mayManage(principal: Principal, siteId: SiteId): boolean {
  return mayCommand(principal, 'screens.manage') && principal.siteIds.includes(siteId)
}

function malformed(context: Context): Response {
  return fail(context, 400, 'malformed', 'A screen needs a name, a floor, and 5 to 600 seconds.')
}
