/** All the ways into the news room over HTTP. */
import type { Instant } from '../../domain/values/instant.ts'
import type { Routes } from '../http/routes.ts'
import { pushRoutes } from '../push/push-routes.ts'
import type { Settlement } from '../settlement/settlement.ts'
import { accessRoutes } from './access-routes.ts'
import { newsRoutes } from './news-routes.ts'
import type { SendPorts } from './say-news.ts'
import { stopRoutes } from './stop-routes.ts'

export function newsDoors(
  ports: Pick<SendPorts, 'storage' | 'pusher' | 'stopLinks'> & {
    readonly settlement: Settlement
    now(): Instant
  },
): readonly Routes[] {
  return [stopRoutes(ports), pushRoutes(ports), newsRoutes(ports), accessRoutes(ports)]
}
