/** Pier Studio: one bright room of 13 by 9 metres over the river, with a meeting room, a booth and a kitchen corner. */
import { pierFloorId } from '../../domain/seeds/harbour-loft/sites.ts'
import type { FloorPlan } from '../document/floor-plan.ts'
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
  tableWithChairs,
  trees,
  wall,
  windows,
} from './furnish.ts'

const WIDTH = 1300
const HEIGHT = 1150

export const pierStudioPlan: FloorPlan = {
  format: 1,
  floorId: pierFloorId,
  version: 1,
  width: WIDTH,
  height: HEIGHT,
  areas: [
    { surface: 'water', ...boxAt(-3000, -1600, 7300, 1500) },
    { surface: 'quay', ...boxAt(-3000, -100, 7300, 82) },
    { surface: 'floor', ...boxAt(0, 0, WIDTH, HEIGHT) },
    { surface: 'tile', ...boxAt(18, 850, 330, 282) },
    { surface: 'rug', ...boxAt(500, 930, 200, 140) },
  ],
  zones: [{ name: 'Studio', x: 420, y: 270 }],
  walls: [
    wall([0, 0], [WIDTH, 0], OUTER_CM, windows(40, 840, 2, 290)),
    wall([WIDTH, 0], [WIDTH, HEIGHT], OUTER_CM, windows(60, 560, 2, 180)),
    wall([WIDTH, HEIGHT], [0, HEIGHT], OUTER_CM, [
      ...windows(60, 380, 1, 200),
      ...doubleDoor(610, 'right'),
    ]),
    wall([0, HEIGHT], [0, 0], OUTER_CM, windows(120, 1080, 4, 160)),
    wall([860, 0], [860, 620], GLASS_CM, [door(500, 'end', 'left')]),
    wall([856, 620], [WIDTH, 620], INNER_CM),
    wall([1140, 620], [1140, 780], INNER_CM, [door(50, 'start', 'left', 80)]),
    wall([1140, 780], [WIDTH, 780], INNER_CM),
  ],
  fixtures: [
    ...[100, 650, 1200].map((x) => fixture('bollard', x - 13, -88, 26, 26)),
    ...trees([-170, 500, 190], [1490, 900, 220]),
    ...tableWithChairs({ x: 1080, y: 310 }, { width: 210, height: 100 }, 3, false),
    fixture('screen', 1268, 250, 8, 130),
    fixture('counter', 1190, 632, 86, 34),
    fixture('chair', 1210, 676, 46, 46, 0),
    fixture('counter', 24, 1050, 300, 66),
    fixture('sink', 80, 1058, 60, 50),
    fixture('table', 120, 900, 120, 60),
    fixture('sofa', 960, 1044, 200, 76, 180),
    fixture('shelf', 800, 640, 32, 180),
    ...plants([60, 290], [60, 640], [800, 880], [1240, 1085], [1245, 60], [1240, 840]),
  ],
  placements: [
    ...[1, 2, 3, 4].map((number) =>
      deskAt(
        `res_pier-desk-${number}`,
        130 + Math.floor((number - 1) / 2) * 400 + ((number - 1) % 2) * 140,
        91,
        0,
      ),
    ),
    ...bench(
      ['res_pier-desk-5', 'res_pier-desk-6', 'res_pier-desk-7', 'res_pier-desk-8'],
      290,
      400,
    ),
    roomFloor('res_pier-room', 864, 18, 1282, 613),
    roomFloor('res_pier-booth', 1147, 627, 1282, 773),
  ],
  labels: [
    { text: 'River Thames', x: 650, y: -170, size: 'large', rotation: 0 },
    { text: 'Kitchen', x: 190, y: 1000, size: 'small', rotation: 0 },
    { text: 'Entrance', x: 600, y: 1000, size: 'small', rotation: 0 },
  ],
}
