/**
 * Which locations the person looked at, latest first: what is kept for reading without a network is theirs first. The tab that
 * syncs is told, so that a visit fetches what it needs.
 */
import { isId, type SiteId } from '../../domain/values/ids.ts'

const VISITED_KEY = 'portal.sites'
/** More than anybody visits, and few enough that a connection can follow what matters of each. */
const VISITED_MAX = 20

const told = new BroadcastChannel('portal.sites')

export function readVisitedSites(): readonly SiteId[] {
  const text = localStorage.getItem(VISITED_KEY) ?? ''
  return text.split(' ').filter((one): one is SiteId => isId('site', one))
}

export function visitSite(siteId: SiteId): void {
  const others = readVisitedSites().filter((one) => one !== siteId)
  localStorage.setItem(VISITED_KEY, [siteId, ...others].slice(0, VISITED_MAX).join(' '))
  told.postMessage(siteId)
}

/** Calls when a location was visited, in this tab or any other. */
export function onSiteVisited(listener: () => void): () => void {
  const channel = new BroadcastChannel('portal.sites')
  channel.onmessage = listener
  return () => channel.close()
}
