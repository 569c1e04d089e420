/**
 * Who may come in. The app's socket needs a page of our own, a cookie, and a one-time ticket of the same sign-in, which a page gets
 * with its cookie and a header that no foreign form can send. A plain one needs a read-only token for that document.
 */
import type { IncomingMessage } from 'node:http'
import { isServerWritten, parseDocumentName } from '../../domain/access/document-name.ts'
import {
  mayUseDocument,
  type Principal,
  type ScreenPrincipal,
} from '../../domain/access/permissions.ts'
import type { Reader } from './connections.ts'
import type { SignIn } from './session.ts'
import { readUpgrade } from './upgrade.ts'

export type Admission =
  | { readonly kind: 'app'; readonly signIn: SignIn }
  | { readonly kind: 'plain'; readonly reader: Reader }
  | { readonly kind: 'refused'; readonly status: 401 | 403 | 404 }

export interface AdmissionPorts {
  isAllowedOrigin(origin: string): boolean
  /** The sign-in of a request's cookie, or null. */
  signedIn(headers: Headers): Promise<SignIn | null>
  /** The holder of a ticket, once. */
  redeemTicket(ticket: string): Promise<SignIn | null>
  /** Who a read-only token stands for now, or null. */
  redeemToken(token: string): Promise<Principal | ScreenPrincipal | null>
}

export async function admit(request: IncomingMessage, ports: AdmissionPorts): Promise<Admission> {
  const upgrade = readUpgrade(request, ports.isAllowedOrigin)
  if (upgrade.kind === 'refused') return upgrade
  if (upgrade.kind === 'plain') return admitReader(upgrade.document, upgrade.token, ports)
  // Redeemed first: whatever comes with it, a ticket works once.
  const holder = await ports.redeemTicket(upgrade.ticket)
  const cookie = request.headers.cookie
  const signIn = cookie === undefined ? null : await ports.signedIn(new Headers({ cookie }))
  const isHolder = signIn !== null && signIn.id === holder?.id
  return isHolder ? { kind: 'app', signIn } : { kind: 'refused', status: 401 }
}

async function admitReader(
  document: string,
  token: string,
  ports: AdmissionPorts,
): Promise<Admission> {
  const name = parseDocumentName(document)
  const principal = await ports.redeemToken(token)
  if (principal === null) return { kind: 'refused', status: 401 }
  const isReadable =
    name !== null && isServerWritten(name.kind) && mayUseDocument(principal, 'read', name)
  if (!isReadable) return { kind: 'refused', status: 403 }
  return { kind: 'plain', reader: { document, token, principal } }
}
