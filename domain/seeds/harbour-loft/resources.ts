import type { BookingRules } from '../../sites/booking-rules.ts'
import { freeUntilStart } from '../../sites/cancellation-policy.ts'
import type { Resource, ResourceKind, ResourceMode } from '../../sites/resource.ts'
import { type FloorId, type SiteId, toId } from '../../values/ids.ts'
import {
  boothRules,
  deskRules,
  hallRules,
  largeCancellation,
  officeHours,
  officeRules,
  roomRules,
  tableRules,
} from './place-rules.ts'
import {
  harbourLoftId,
  loftFloorId,
  pierFloorId,
  pierGalleryFloorId,
  pierStudioId,
} from './sites.ts'

const exclusive: ResourceMode = { kind: 'exclusive' }
const assigned: ResourceMode = { kind: 'assigned' }

/** What the resources of one floor have in common. */
interface Place {
  readonly siteId: SiteId
  readonly floorId: FloorId
}

interface Wanted {
  readonly id: string
  readonly kind: ResourceKind
  readonly name: string
  readonly zoneName: string
  readonly rules: BookingRules
  readonly mode?: ResourceMode
  readonly capacity?: number
  readonly amenities?: readonly string[]
  readonly holdMinutes?: number
  readonly partOf?: string
}

function resource(place: Place, wanted: Wanted): Resource {
  return {
    ...place,
    id: toId('resource', wanted.id),
    kind: wanted.kind,
    name: wanted.name,
    zoneName: wanted.zoneName,
    mode: wanted.mode ?? exclusive,
    capacity: wanted.capacity ?? 1,
    amenities: wanted.amenities ?? [],
    rules: wanted.rules,
    hours: null,
    holdMinutes: wanted.holdMinutes ?? null,
    approvalMinutes: null,
    partOf: wanted.partOf === undefined ? null : toId('resource', wanted.partOf),
    isBookable: true,
    absences: [],
    photos: [],
  }
}

const loft: Place = { siteId: harbourLoftId, floorId: loftFloorId }
const pier: Place = { siteId: pierStudioId, floorId: pierFloorId }
const gallery: Place = { siteId: pierStudioId, floorId: pierGalleryFloorId }

function desk(number: number): Resource {
  const isDedicated = number > 32
  const amenities = [
    ...(number <= 12 ? ['window'] : []),
    ...(number % 3 === 0 ? ['monitor'] : []),
    ...(number % 8 === 0 ? ['standing desk'] : []),
  ]
  return resource(loft, {
    id: `res_desk-${String(number).padStart(2, '0')}`,
    kind: isDedicated ? 'dedicated-desk' : 'hot-desk',
    name: `Desk ${number}`,
    zoneName: number <= 24 ? 'Quayside' : 'Courtyard',
    mode: isDedicated ? assigned : exclusive,
    amenities,
    rules: deskRules,
  })
}

function room(
  id: string,
  name: string,
  capacity: number,
  amenities: readonly string[],
  rules = roomRules,
): Resource {
  return resource(loft, {
    id,
    kind: 'meeting-room',
    name,
    zoneName: 'Rooms',
    capacity,
    amenities,
    rules,
  })
}

/** The Hall divides by a folding wall: each half is booked by itself, or both with the Hall. */
function halfOfHall(id: string, name: string, amenities: readonly string[]): Resource {
  return resource(loft, {
    ...{ id, name, amenities, kind: 'event-hall', zoneName: 'Hall', capacity: 36 },
    rules: { ...hallRules, bufferBeforeMinutes: 0, bufferAfterMinutes: 30 },
    holdMinutes: 10,
    partOf: 'res_hall',
  })
}

export const harbourResources: readonly Resource[] = [
  ...Array.from({ length: 40 }, (_, index) => desk(index + 1)),
  resource(loft, {
    id: 'res_flex',
    kind: 'hot-desk',
    name: 'Long table',
    zoneName: 'Courtyard',
    mode: { kind: 'pool', units: 10 },
    rules: tableRules,
  }),
  room('res_room-anchor', 'Anchor', 6, ['whiteboard', 'screen']),
  room('res_room-beacon', 'Beacon', 4, ['screen']),
  {
    ...room('res_room-compass', 'Compass', 8, ['whiteboard', 'screen', 'video']),
    approvalMinutes: 120,
  },
  room('res_room-drift', 'Drift', 4, ['whiteboard']),
  room('res_room-ebb', 'Ebb', 12, ['whiteboard', 'screen', 'video'], {
    ...roomRules,
    noticeMinutes: 60,
    cancellation: largeCancellation,
  }),
  resource(loft, {
    id: 'res_booth-1',
    kind: 'phone-booth',
    name: 'Phone booth',
    zoneName: 'Rooms',
    amenities: ['quiet'],
    rules: boothRules,
  }),
  resource(loft, {
    id: 'res_hall',
    kind: 'event-hall',
    name: 'The Hall',
    zoneName: 'Hall',
    capacity: 80,
    amenities: ['projector', 'stage', 'kitchen'],
    rules: hallRules,
    holdMinutes: 10,
  }),
  resource(loft, {
    id: 'res_office-north',
    kind: 'private-office',
    name: 'North office',
    zoneName: 'Offices',
    mode: assigned,
    capacity: 4,
    amenities: ['monitor', 'door lock'],
    rules: deskRules,
  }),
  {
    ...resource(loft, {
      ...{
        id: 'res_office-east',
        kind: 'private-office',
        name: 'East office',
        zoneName: 'Offices',
      },
      capacity: 4,
      amenities: ['monitor', 'door lock'],
      rules: officeRules,
    }),
    hours: officeHours,
  },
  resource(loft, {
    ...{ id: 'res_projector', kind: 'equipment', name: 'Projector', zoneName: 'Front desk' },
    mode: { kind: 'pool', units: 2 },
    rules: { ...deskRules, incrementMinutes: 15, cancellation: freeUntilStart },
  }),
  halfOfHall('res_hall-north', 'Hall North', ['projector']),
  halfOfHall('res_hall-south', 'Hall South', ['projector']),
]

export const pierResources: readonly Resource[] = [
  ...Array.from({ length: 8 }, (_, index) =>
    resource(pier, {
      id: `res_pier-desk-${index + 1}`,
      kind: 'hot-desk',
      name: `Desk ${index + 1}`,
      zoneName: 'Studio',
      amenities: index < 4 ? ['window'] : ['monitor'],
      rules: deskRules,
    }),
  ),
  resource(pier, {
    id: 'res_pier-room',
    kind: 'meeting-room',
    name: 'Tide',
    zoneName: 'Rooms',
    capacity: 6,
    amenities: ['whiteboard', 'screen'],
    rules: roomRules,
  }),
  resource(pier, {
    id: 'res_pier-booth',
    kind: 'phone-booth',
    name: 'Booth',
    zoneName: 'Rooms',
    amenities: ['quiet'],
    rules: boothRules,
  }),
  ...Array.from({ length: 4 }, (_, index) =>
    resource(gallery, {
      id: `res_pier-gallery-${index + 1}`,
      kind: 'hot-desk',
      name: `Gallery ${index + 1}`,
      zoneName: 'Gallery',
      amenities: index < 2 ? ['river view'] : ['monitor'],
      rules: deskRules,
    }),
  ),
  resource(gallery, {
    id: 'res_pier-crow',
    kind: 'meeting-room',
    name: 'Crow’s nest',
    zoneName: 'Rooms',
    capacity: 4,
    amenities: ['screen'],
    rules: roomRules,
  }),
]
