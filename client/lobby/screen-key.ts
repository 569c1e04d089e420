/** The key of this screen and what its team set, kept where they are there before anything else. No member is signed in for it. */
import { parseScreen, type ScreenSettings } from '../../domain/sites/screen.ts'
import { isId, type SiteId } from '../../domain/values/ids.ts'

export interface ScreenIdentity {
  readonly key: string
  /** Null until the space has told it once. */
  readonly shown: Shown | null
}

export interface Shown extends ScreenSettings {
  readonly siteId: SiteId
}

const KEY = 'portal.screen'

export function readScreen(): ScreenIdentity | null {
  const text = localStorage.getItem(KEY)
  return text === null ? null : (JSON.parse(text) as ScreenIdentity) // written below alone
}

export function writeScreen(screen: ScreenIdentity | null): void {
  if (screen === null) localStorage.removeItem(KEY)
  else localStorage.setItem(KEY, JSON.stringify(screen))
}

/** What the space says that this screen shows; null for what cannot be read. */
export function parseShown(body: Readonly<Record<string, unknown>>): Shown | null {
  const { siteId, name, floorIds, secondsPerFloor, showsNames } = body
  const settings = parseScreen({ name, floorIds, secondsPerFloor, showsNames })
  return settings !== null && isId('site', siteId) ? { ...settings, siteId } : null
}
