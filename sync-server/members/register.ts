/** The one door of the members room: who belongs to a location, and how they come to. */
import type { AddressOf } from '../http/address-of.ts'
import type { Routes } from '../http/routes.ts'
import { detailRoutes } from './detail-routes.ts'
import { eraseRoutes } from './erase-routes.ts'
import { joinLinkRoutes } from './join-link-routes.ts'
import { joinRoutes } from './join-routes.ts'
import { type MemberPorts, memberRoutes } from './member-routes.ts'
import { readdressingRoutes } from './readdressing-routes.ts'

export function registerMembers(
  ports: MemberPorts & { readonly addressOf: AddressOf },
): readonly Routes[] {
  return [
    memberRoutes(ports),
    joinRoutes(ports),
    joinLinkRoutes(ports),
    eraseRoutes(ports),
    detailRoutes(ports),
    readdressingRoutes(ports),
  ]
}
