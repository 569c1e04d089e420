import type { MemberRole } from '../../access/role.ts'
import {
  type MemberId,
  type ResourceId,
  type SiteId,
  type TeamId,
  type TierId,
  toId,
} from '../../values/ids.ts'
import { harbourLoftId, pierStudioId } from './sites.ts'
import { dedicatedDeskTier, hotDeskTier, officeTeamTier } from './tiers.ts'

/** A person of the sample space, as the tables hold one. */
export interface SampleMember {
  readonly id: MemberId
  readonly name: string
  readonly email: string
  readonly role: MemberRole
  readonly tierId: TierId | null
  readonly teamId: TeamId | null
  readonly siteIds: readonly SiteId[]
  /** They let others see where they sit. */
  readonly isFindable: boolean
}

export interface SampleTeam {
  readonly id: TeamId
  readonly name: string
  readonly managerId: MemberId
  readonly tierId: TierId
  readonly seats: number
}

export interface SampleAssignment {
  readonly resourceId: ResourceId
  readonly holder:
    | { readonly kind: 'member'; readonly memberId: MemberId }
    | { readonly kind: 'team'; readonly teamId: TeamId }
}

export const northTeam: SampleTeam = {
  id: toId('team', 'tea_north'),
  name: 'Nordlicht',
  managerId: toId('member', 'mem_ola'),
  tierId: officeTeamTier,
  seats: 8,
}

const bothSites = [harbourLoftId, pierStudioId]

function person(
  first: string,
  last: string,
  tierId: TierId | null,
  more: Partial<SampleMember> = {},
): SampleMember {
  const handle = plain(first)
  return {
    id: toId('member', `mem_${handle}`),
    name: `${first} ${last}`,
    email: `${handle}@harbourloft.example`,
    role: 'member',
    tierId,
    teamId: null,
    siteIds: [harbourLoftId],
    isFindable: false,
    ...more,
  }
}

function plain(text: string): string {
  return text
    .normalize('NFD')
    .replace(/[^A-Za-z]/g, '')
    .toLowerCase()
}

/** The people every screen must fit, and the two who run the space. The sign-in page of the sample offers these. */
export const principals: readonly SampleMember[] = [
  person('Hana', 'Sato', hotDeskTier, { siteIds: bothSites }),
  person('Dev', 'Anand', dedicatedDeskTier),
  person('Ola', 'Lindqvist', officeTeamTier, { role: 'team-manager', teamId: northTeam.id }),
  person('Mara', 'Petersen', null, { role: 'owner', siteIds: bothSites }),
  person('Jonas', 'Weber', null, { role: 'front-desk', siteIds: bothSites }),
]

const names =
  `Amina Yusuf,Anton Berg,Aisha Khan,Bruno Costa,Carla Mendes,Chidi Okafor,Clara Vogt,Daniel Roth,Elena Popescu,Emil Hansen,
Fatima Zahra,Felix Brandt,Freya Olsen,Gabriel Silva,Greta Lorenz,Hugo Martin,Ines Duarte,Ivo Novak,Jana Kowalska,Jasper de Vries,
Joana Pinto,Kai Tanaka,Katarina Horvat,Kofi Mensah,Lars Nilsson,Layla Haddad,Lea Schubert,Leo Fischer,Lin Chen,Luca Moretti,
Lucia Romero,Malik Diallo,Marie Laurent,Mateo Garcia,Mei Wong,Mila Jankovic,Milo Becker,Nadia Rahman,Nico Keller,Nina Hofmann,
Noor Ahmed,Oskar Lund,Paula Krause,Pavel Dvorak,Priya Nair,Rafael Torres,Rosa Greco,Samir Aziz,Sofia Ricci,Sven Larsen,
Tariq Malik,Tess Murphy,Tomas Alves,Ugo Marino,Vera Ivanova,Wanda Nowak,Xenia Petrou,Yara Saleh,Zoe Dubois,Zora Babic`
    .split(',')
    .map((name) => name.trim())

/** Sixty more members: most with hot desks, seven more desk holders, four more of Ola's team, a few who also use Pier Studio. Ola’s team and every third of the rest can be found on the plan. */
const others: readonly SampleMember[] = names.map((name, index) => {
  const space = name.indexOf(' ')
  const first = name.slice(0, space)
  const last = name.slice(space + 1)
  if (index < 7) return person(first, last, dedicatedDeskTier)
  if (index < 11)
    return person(first, last, officeTeamTier, { teamId: northTeam.id, isFindable: true })
  return person(first, last, hotDeskTier, {
    ...(index % 5 === 0 ? { siteIds: bothSites } : {}),
    isFindable: index % 3 === 0,
  })
})

export const members: readonly SampleMember[] = [...principals, ...others]

/** Desk 33 is Dev's, 34 to 40 belong to the other desk holders, the office to Ola's team. */
export const assignments: readonly SampleAssignment[] = [
  ...[principals[1], ...others.slice(0, 7)].flatMap((holder, index) =>
    holder === undefined
      ? []
      : [
          {
            resourceId: toId('resource', `res_desk-${33 + index}`),
            holder: { kind: 'member' as const, memberId: holder.id },
          },
        ],
  ),
  {
    resourceId: toId('resource', 'res_office-north'),
    holder: { kind: 'team', teamId: northTeam.id },
  },
]
