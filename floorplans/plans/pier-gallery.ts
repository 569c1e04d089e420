/** The gallery of Pier Studio: a half floor over the street side, open to the river over a railing of glass. Four desks and a quiet room. */
import { pierGalleryFloorId } from '../../domain/seeds/harbour-loft/sites.ts'
import type { FloorPlan } from '../document/floor-plan.ts'
import { boxAt } from '../document/geometry.ts'
import {
  bench,
  door,
  fixture,
  GLASS_CM,
  INNER_CM,
  OUTER_CM,
  plants,
  roomFloor,
  tableWithChairs,
  wall,
  windows,
} from './furnish.ts'

const WIDTH = 1300
const HEIGHT = 620

export const pierGalleryPlan: FloorPlan = {
  format: 1,
  floorId: pierGalleryFloorId,
  version: 1,
  width: WIDTH,
  height: HEIGHT,
  areas: [
    { surface: 'floor', ...boxAt(0, 0, WIDTH, HEIGHT) },
    { surface: 'rug', ...boxAt(90, 330, 240, 190) },
  ],
  zones: [{ name: 'Gallery', x: 640, y: 480 }],
  walls: [
    wall([0, 0], [WIDTH, 0], GLASS_CM),
    wall([WIDTH, 0], [WIDTH, HEIGHT], OUTER_CM, windows(60, 560, 2, 180)),
    wall([WIDTH, HEIGHT], [0, HEIGHT], OUTER_CM, windows(60, 1240, 4, 200)),
    wall([0, HEIGHT], [0, 0], OUTER_CM, windows(60, 560, 2, 180)),
    wall([940, 4], [940, HEIGHT], INNER_CM, [door(430, 'end', 'left')]),
  ],
  fixtures: [
    fixture('stairs', 40, 30, 300, 130),
    fixture('armchair', 110, 350, 80, 80, 90),
    fixture('armchair', 240, 420, 80, 80, 270),
    fixture('round-table', 190, 430, 50, 50),
    fixture('shelf', 380, 560, 200, 32),
    ...tableWithChairs({ x: 1120, y: 270 }, { width: 140, height: 90 }, 2, false),
    fixture('screen', 1090, 12, 120, 8),
    ...plants([60, 560], [880, 60], [880, 560], [1245, 560]),
  ],
  placements: [
    ...bench(
      ['res_pier-gallery-1', 'res_pier-gallery-2', 'res_pier-gallery-3', 'res_pier-gallery-4'],
      500,
      120,
    ),
    roomFloor('res_pier-crow', 947, 4, 1282, 602),
  ],
  labels: [
    { text: 'Open to below', x: 450, y: -90, size: 'large', rotation: 0 },
    { text: 'Wapping Wall', x: 650, y: 710, size: 'large', rotation: 0 },
  ],
}
