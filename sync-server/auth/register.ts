/** Everything about who somebody is, joined: sign-in, its tickets for sockets, its devices, and the read-only keys for other tools. */

import type { MemberId } from '../../domain/values/ids.ts'
import type { Instant } from '../../domain/values/instant.ts'
import type { AddressOf } from '../http/address-of.ts'
import type { OwnAddress } from '../http/own-address.ts'
import type { Routes } from '../http/routes.ts'
import type { Mailer } from '../mail/mailer.ts'
import { loadActor } from '../settlement/load-actor.ts'
import type { Storage } from '../storage/storage.ts'
import type { Clock } from '../sync/clock.ts'
import type { SyncServer } from '../sync/sync-server.ts'
import { makeWelcome } from './answer-sign-in.ts'
import { type AuthPorts, makeAuth, type SignedIn } from './auth.ts'
import { deviceRoutes } from './device-routes.ts'
import { makeDevices } from './devices.ts'
import { forgetAccount } from './forget-account.ts'
import { readSecret } from './identity.ts'
import { moveAccount } from './own-address.ts'
import { type ProofChange, proofMail } from './proofs/proof-mail.ts'
import { proofRoutes } from './proofs/proof-routes.ts'
import { makeProofs } from './proofs/proofs.ts'
import { teamProofRoutes } from './proofs/team-routes.ts'
import { readKeyRoutes } from './read-key-routes.ts'
import { makeReadKeys } from './read-keys.ts'
import { signInRoutes } from './sign-in-routes.ts'
import { makeTickets } from './tickets.ts'
import { watchSignIns } from './watch-sign-ins.ts'

export type SignInPorts = Omit<AuthPorts, 'secret' | 'proofs' | 'now' | 'baseUrl'> & {
  readonly storage: Storage
  /** One tap signs anybody in there. */
  readonly isSample: boolean
  readonly mailer: Mailer
  now(): Instant
  readonly address: Pick<OwnAddress, 'url' | 'isOwnOrigin'>
  readonly addressOf: AddressOf
  readonly clock: Clock
}

type Connections = Pick<SyncServer, 'signIns' | 'end'>

export async function registerAuth(ports: SignInPorts) {
  const { storage, address, now } = ports
  const baseUrl = address.url()
  const proofs = makeProofs(storage, now)
  const auth = await makeAuth({ ...ports, baseUrl, proofs, secret: await readSecret(storage) })
  const tickets = makeTickets<SignedIn>(now)
  const devices = makeDevices(storage, now)
  const readKeys = makeReadKeys(storage, ports)
  const welcome = makeWelcome(proofs, ports.isSample)
  const door = { ...ports, auth, welcome, issuer: new URL(baseUrl).hostname }
  /** Not waited for: what has changed has changed. */
  const tell = (email: string, change: ProofChange) => {
    ports.mailer.send(proofMail(email, change, address.url())).catch((error: unknown) => {
      ports.log(`A change of how somebody signs in was not told: ${String(error)}`)
    })
  }
  return {
    signedIn: auth.signedIn,
    wasSignedOut: devices.wasSignedOut,
    endAll: devices.endAll,
    codeFor: auth.codeFor,
    isRightCode: auth.isRightCode,
    moveAccount: (from: string, to: string) => moveAccount(storage, from, to),
    /** Nothing of the address stays with what signs people in. */
    forgetAccount: (email: string) => forgetAccount(storage, email),
    /** Of somebody who does not belong here any more. */
    signOutEverywhere: async (memberId: MemberId) => {
      const member = await loadActor(storage.read, memberId)
      if (member !== null) await devices.signOutOthers(member, '')
    },
    redeemTicket: tickets.redeem,
    redeemKey: readKeys.redeem,
    /** Made last, because what ends a sign-in must reach the connections that stand on it. */
    routes: (connections: Connections): readonly Routes[] => {
      const onEnded = (signInId: string) => connections.end(signInId, 'over')
      auth.onEnded(onEnded)
      return [
        signInRoutes({ ...door, issueTicket: tickets.issue }),
        proofRoutes({ ...door, proofs, tell, isOwnOrigin: address.isOwnOrigin }),
        teamProofRoutes({ storage, proofs, devices, now, tell, onEnded }),
        deviceRoutes({ devices, onEnded }),
        readKeyRoutes(readKeys),
      ]
    },
    /** Looks after the sign-ins of open connections until the answer is called. */
    watch: (connections: Connections): (() => void) => watchSignIns({ ...ports, connections }),
  }
}
