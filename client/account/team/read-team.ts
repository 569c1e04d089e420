/** The member's team as this device knows it, with what it has said itself and nobody has answered. */
import type { Accessor } from 'solid-js'
import { createMemo } from 'solid-js'
import type {
  ToldInvitation,
  ToldInvited,
  ToldPerson,
  ToldTeam,
} from '../../../domain/bookings/teams/team-sections.ts'
import type { IntentKind } from '../../../domain/bookings/wishes/intent.ts'
import type { Refusal } from '../../../domain/bookings/wishes/refusal.ts'
import type { Json } from '../../../domain/values/sections.ts'
import { createOwnWishes } from '../../store/own-wishes.ts'
import { createOwnRecords } from '../../store/records.ts'

export interface OwnTeam {
  readonly team: ToldTeam | null
  readonly people: readonly ToldPerson[]
  readonly invited: readonly ToldInvited[]
  readonly invitations: readonly ToldInvitation[]
  readonly asOf: number | null
}

/** Only the space writes it. */
function believed<T>(value: Json): T {
  return value as T
}

export function createOwnTeam(): Accessor<OwnTeam | undefined> {
  const about = createOwnRecords('team-about', believed<ToldTeam>)
  const people = createOwnRecords('team-people', believed<ToldPerson>)
  const invited = createOwnRecords('team-invited', believed<ToldInvited>)
  const invitations = createOwnRecords('team-invitations', believed<ToldInvitation>)
  return createMemo(() => {
    const [team, all, open, asked] = [about(), people(), invited(), invitations()]
    if (team === undefined || all === undefined || open === undefined || asked === undefined) {
      return undefined
    }
    return {
      team: team.all.get('team') ?? null,
      people: [...all.all.values()].toSorted((a, b) => a.name.localeCompare(b.name)),
      invited: [...open.all.values()],
      invitations: [...asked.all.values()],
      asOf: team.asOf,
    }
  })
}

const kinds = [
  'team.invite',
  'team.uninvite',
  'team.answer',
  'team.remove',
  'team.set-manager',
  'team.limit',
  'team.wallet',
] as const satisfies readonly IntentKind[]

export interface OpenTeamWishes {
  /** What waits about a person, or about an address; null where nothing does. */
  about(idOrEmail: string): 'saved' | 'received' | null
  /** Invitations that nobody has heard of yet. */
  readonly invites: readonly {
    readonly email: string
    readonly name: string
    readonly state: 'saved' | 'received'
  }[]
  /** Why the last thing that was asked did not happen. */
  readonly refusal: Refusal | null
}

export function createTeamWishes(): Accessor<OpenTeamWishes> {
  const wishes = createOwnWishes(kinds)
  return createMemo(() => {
    const all = wishes() ?? []
    const open = all.flatMap(({ intent: { kind, body }, state }) => {
      if (state !== 'saved' && state !== 'received') return []
      const about = 'memberId' in body ? body.memberId : 'email' in body ? body.email : ''
      return [{ kind, body, about, state }]
    })
    const outcome = all.at(-1)?.settled?.outcome
    return {
      about: (id) => open.find((one) => one.about === id)?.state ?? null,
      invites: open.flatMap(({ kind, body, state }) =>
        kind === 'team.invite' && 'email' in body && 'name' in body
          ? [{ email: body.email, name: String(body.name), state }]
          : [],
      ),
      refusal: outcome?.kind === 'refused' ? outcome.refusal : null,
    }
  })
}
