import { isId, type MemberId, type TeamId, toId } from '../values/ids.ts'

/** Who holds an assigned resource by contract, or pays. Not in the catalogue, because every member reads that. */
export type Holder =
  | { readonly kind: 'member'; readonly memberId: MemberId }
  | { readonly kind: 'team'; readonly teamId: TeamId }

export function payerId(payer: Holder): MemberId | TeamId {
  return payer.kind === 'member' ? payer.memberId : payer.teamId
}

/** Who pays, by the id of an account. */
export function payerOf(id: string): Holder {
  return isId('team', id)
    ? { kind: 'team', teamId: id }
    : { kind: 'member', memberId: toId('member', id) }
}
