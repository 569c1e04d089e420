/**
 * The Loft of Harbour Loft: an old warehouse floor of 21 by 30 metres on a quay. Desks along the water, four rooms and an office on
 * the sides, a small open court in the middle with desks around it, hall, kitchen and entrance at the street.
 */
import { loftFloorId } from '../../domain/seeds/harbour-loft/sites.ts'
import type { Area, Fixture, FloorPlan, Placement, Wall } from '../document/floor-plan.ts'
import { boxAt } from '../document/geometry.ts'
import {
  bench,
  deskAt,
  door,
  doubleDoor,
  fixture,
  GLASS_CM,
  INNER_CM,
  OUTER_CM,
  plants,
  roomFloor,
  roundTable,
  rowsOfChairs,
  seatsAlongTable,
  tableWithChairs,
  trees,
  wall,
  windows,
} from './furnish.ts'

const WIDTH = 2100
const HEIGHT = 3000

const outerWalls: readonly Wall[] = [
  wall([0, 0], [WIDTH, 0], OUTER_CM, windows(55, 1915, 6, 270)),
  wall([WIDTH, 0], [WIDTH, HEIGHT], OUTER_CM, [
    ...windows(120, 600, 2, 170),
    ...windows(720, 1470, 3, 180),
    ...windows(2130, 2620, 2, 180),
    ...windows(2700, 2950, 1, 120),
  ]),
  wall([WIDTH, HEIGHT], [0, HEIGHT], OUTER_CM, [
    ...windows(60, 520, 2, 150),
    ...doubleDoor(740, 'right'),
    ...windows(1120, 2060, 4, 170),
  ]),
  wall([0, HEIGHT], [0, 0], OUTER_CM, [
    ...windows(60, 860, 3, 180),
    ...windows(1110, 1420, 1, 200),
    ...windows(1460, 1700, 1, 160),
    ...windows(1740, 1980, 1, 160),
    ...windows(2020, 2290, 1, 200),
    ...windows(2400, 2880, 2, 170),
  ]),
]

const innerWalls: readonly Wall[] = [
  ...[690, 1000, 1280, 1560, 1910].map((y) => wall([0, y], [520, y], INNER_CM)),
  wall([520, 690], [520, 1910], GLASS_CM, [
    door(200, 'end', 'right'),
    door(480, 'end', 'right'),
    door(760, 'end', 'right'),
    door(1110, 'end', 'right'),
  ]),
  wall([1640, 690], [WIDTH, 690], INNER_CM),
  wall([1640, 690], [1640, 1910], INNER_CM, [
    door(150, 'start', 'left'),
    door(560, 'start', 'left'),
    door(840, 'end', 'left', 80),
    door(1110, 'start', 'left', 80),
  ]),
  wall([1640, 1095], [WIDTH, 1095], INNER_CM),
  wall([1640, 1500], [WIDTH, 1500], INNER_CM),
  wall([1640, 1780], [WIDTH, 1780], INNER_CM),
  wall([1640, 1910], [WIDTH, 1910], INNER_CM, [door(300, 'end', 'right', 80)]),
  wall([1790, 1780], [1790, 1910], INNER_CM),
  wall([1860, 1500], [1860, 1780], INNER_CM, [
    door(30, 'start', 'right', 70),
    door(160, 'end', 'right', 70),
  ]),
  wall([1860, 1640], [WIDTH, 1640], INNER_CM),
  wall([760, 1105], [1400, 1105], GLASS_CM),
  wall([1400, 1105], [1400, 1400], GLASS_CM, [door(105, 'start', 'right')]),
  wall([1400, 1400], [760, 1400], GLASS_CM),
  wall([760, 1400], [760, 1105], GLASS_CM, [door(105, 'start', 'right')]),
  wall([0, 2110], [1000, 2110], INNER_CM, [door(860, 'end', 'left')]),
  wall([1000, 2110], [1000, HEIGHT], INNER_CM, doubleDoor(520, 'right')),
  wall([1000, 2470], [1230, 2470], INNER_CM),
  wall([1560, 2110], [WIDTH, 2110], INNER_CM),
  wall([1560, 2110], [1560, HEIGHT], INNER_CM, [
    door(380, 'start', 'left'),
    { kind: 'gap', at: 600, width: 200 },
  ]),
  wall([1560, 2640], [WIDTH, 2640], INNER_CM),
]

function loftDesk(number: number): string {
  return `res_desk-${String(number).padStart(2, '0')}`
}

function loftBench(first: number, left: number, top: number): readonly Placement[] {
  const id = (more: number) => loftDesk(first + more)
  return bench([id(0), id(1), id(2), id(3)], left, top)
}

/** Twelve desks in pairs, each pair before its window. */
const windowDesks = Array.from({ length: 12 }, (_, index) =>
  deskAt(loftDesk(index + 1), 130 + Math.floor(index / 2) * 310 + (index % 2) * 140, 91, 0),
)

const placements: readonly Placement[] = [
  ...windowDesks,
  ...loftBench(13, 324, 330),
  ...loftBench(17, 910, 330),
  ...loftBench(21, 1496, 330),
  ...loftBench(25, 660, 740),
  ...loftBench(29, 1220, 740),
  ...loftBench(33, 660, 1460),
  ...loftBench(37, 1220, 1460),
  ...seatsAlongTable('res_flex', 830, 1790, 5),
  roomFloor('res_room-anchor', 18, 697, 516, 993),
  roomFloor('res_room-beacon', 18, 1007, 516, 1273),
  roomFloor('res_room-drift', 18, 1287, 516, 1553),
  roomFloor('res_room-compass', 18, 1567, 516, 1903),
  roomFloor('res_office-north', 1647, 697, 2082, 1088),
  roomFloor('res_office-east', 1647, 1102, 2082, 1493),
  roomFloor('res_booth-1', 1647, 1787, 1783, 1903),
  roomFloor('res_room-ebb', 1567, 2117, 2082, 2633),
  // The stage stands for the whole Hall, the floor before it for its halves.
  roomFloor('res_hall', 18, 2117, 325, 2982),
  roomFloor('res_hall-north', 331, 2117, 993, 2546),
  roomFloor('res_hall-south', 331, 2552, 993, 2982),
]

const quaysideThings: readonly Fixture[] = [
  fixture('sofa', 40, 390, 80, 200, 0),
  fixture('round-table', 150, 455, 70, 70),
  fixture('shelf', 742, 360, 30, 200),
  fixture('shelf', 1328, 360, 30, 200),
  fixture('locker', 2030, 330, 46, 240),
  fixture('armchair', 1965, 40, 84, 84, 225),
  ...plants([70, 345], [70, 635], [757, 320], [757, 600], [1343, 320], [1343, 600], [2045, 640]),
]

const roomThings: readonly Fixture[] = [
  ...tableWithChairs({ x: 255, y: 845 }, { width: 220, height: 100 }, 2, true),
  fixture('screen', 24, 785, 8, 120),
  ...roundTable({ x: 255, y: 1140 }, 112, 4),
  fixture('screen', 24, 1085, 8, 110),
  ...roundTable({ x: 255, y: 1420 }, 112, 4),
  fixture('screen', 24, 1365, 8, 110),
  ...tableWithChairs({ x: 255, y: 1735 }, { width: 270, height: 110 }, 3, true),
  fixture('screen', 24, 1665, 8, 140),
  ...tableWithChairs({ x: 1825, y: 2385 }, { width: 330, height: 120 }, 5, true),
  fixture('screen', 1735, 2622, 180, 8),
  fixture('counter', 1700, 1795, 76, 34),
  fixture('chair', 1714, 1838, 46, 46, 0),
  ...plants([480, 735], [55, 1870], [2045, 2155]),
]

const officeThings: readonly Fixture[] = [
  ...[760, 1170].flatMap((top) => [
    fixture('desk', 1740, top, 140, 130, 180),
    fixture('desk', 1880, top, 140, 130, 180),
    fixture('desk', 1740, top + 130, 140, 130),
    fixture('desk', 1880, top + 130, 140, 130),
  ]),
  fixture('shelf', 1655, 1455, 220, 32),
  ...plants([2045, 735], [2045, 1455]),
]

const courtThings: readonly Fixture[] = [
  ...trees([905, 1235, 150], [1090, 1270, 190], [1275, 1215, 130]),
  fixture('table', 960, 1340, 130, 30),
  fixture('armchair', 1040, 780, 80, 80, 180),
  fixture('armchair', 1040, 900, 80, 80, 0),
  fixture('locker', 1058, 1480, 44, 220),
  fixture('table', 830, 1840, 500, 110),
  ...plants([600, 720], [1570, 720], [600, 1870], [1570, 1870], [1080, 1440], [1080, 1740]),
]

const serviceThings: readonly Fixture[] = [
  fixture('toilet', 2010, 1530, 60, 80, 90),
  fixture('toilet', 2010, 1670, 60, 80, 90),
  fixture('sink', 1790, 1540, 56, 60, 90),
  fixture('sink', 1790, 1670, 56, 60, 90),
  fixture('shelf', 1800, 1790, 270, 34),
  fixture('locker', 40, 1922, 440, 44),
  fixture('stage', 30, 2330, 150, 440),
  ...rowsOfChairs(400, 2200, 8, 4, 90),
  ...rowsOfChairs(400, 2620, 8, 4, 90),
  fixture('counter', 1012, 2180, 60, 284),
  fixture('sink', 1018, 2300, 48, 60, 90),
  fixture('counter', 1190, 2260, 230, 84),
  ...[1215, 1279, 1343].flatMap((left) => [
    fixture('chair', left, 2350, 44, 44),
    fixture('chair', left, 2210, 44, 44, 180),
  ]),
  fixture('counter', 1040, 2640, 70, 210),
  fixture('chair', 1112, 2722, 46, 46, 270),
  fixture('sofa', 1470, 2640, 76, 190, 180),
  fixture('lift', 1585, 2660, 150, 150),
  fixture('stairs', 1790, 2655, 270, 320),
  ...plants([960, 2160], [60, 2945], [1045, 2520], [1510, 2600], [1510, 2940]),
]

const surroundings: readonly Fixture[] = [
  ...[150, 750, 1350, 1950].map((x) => fixture('bollard', x - 13, -88, 26, 26)),
  ...trees(
    [-190, 620, 200],
    [-210, 1500, 240],
    [-180, 2360, 210],
    [2300, 980, 230],
    [2290, 2150, 200],
  ),
]

const areas: readonly Area[] = [
  { surface: 'water', ...boxAt(-3000, -1600, 8100, 1500) },
  { surface: 'quay', ...boxAt(-3000, -100, 8100, 82) },
  { surface: 'floor', ...boxAt(0, 0, WIDTH, HEIGHT) },
  { surface: 'rug', ...boxAt(30, 360, 230, 260) },
  { surface: 'rug', ...boxAt(1000, 760, 160, 240) },
  { surface: 'court', ...boxAt(760, 1105, 640, 295) },
  { surface: 'tile', ...boxAt(1647, 1507, 435, 266) },
  { surface: 'tile', ...boxAt(1007, 2117, 546, 346) },
  { surface: 'rug', ...boxAt(1180, 2860, 200, 110) },
]

export const harbourLoftPlan: FloorPlan = {
  format: 1,
  floorId: loftFloorId,
  version: 1,
  width: WIDTH,
  height: HEIGHT,
  areas,
  zones: [
    { name: 'Quayside', x: 1050, y: 240 },
    { name: 'Courtyard', x: 1080, y: 1054 },
  ],
  walls: [...outerWalls, ...innerWalls],
  fixtures: [
    ...surroundings,
    ...quaysideThings,
    ...roomThings,
    ...officeThings,
    ...courtThings,
    ...serviceThings,
  ],
  placements,
  labels: [
    { text: 'Sandtorhafen', x: 1050, y: -170, size: 'large', rotation: 0 },
    { text: 'Am Sandtorkai', x: 1050, y: 3075, size: 'large', rotation: 0 },
    { text: 'Kitchen', x: 1290, y: 2160, size: 'small', rotation: 0 },
    { text: 'Entrance', x: 1280, y: 2800, size: 'small', rotation: 0 },
    { text: 'Store', x: 1940, y: 1866, size: 'small', rotation: 0 },
  ],
}
