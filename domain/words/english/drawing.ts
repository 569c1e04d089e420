/** Drawing a floor plan: tools, things, what was lost, publishing. */
import { count } from './amounts.ts'
import { background } from './background.ts'

/** "2,700" */
function grouped(number: number): string {
  return String(number).replace(/\B(?=(\d{3})+$)/g, ',')
}

const kinds = {
  area: 'Ground',
  zone: 'Zone',
  wall: 'Wall',
  fixture: 'Furniture',
  place: 'Place',
  label: 'Words',
  background: 'Background',
} as const

const surfaces = {
  water: 'Water',
  quay: 'Quay',
  floor: 'Floor',
  tile: 'Tiles',
  court: 'Courtyard',
  rug: 'Rug',
} as const

const fixtures = {
  armchair: 'Armchair',
  bollard: 'Bollard',
  chair: 'Chair',
  counter: 'Counter',
  desk: 'Table for one',
  lift: 'Lift',
  locker: 'Lockers',
  plant: 'Plant',
  'round-table': 'Round table',
  screen: 'Screen',
  shelf: 'Shelf',
  sink: 'Sink',
  sofa: 'Sofa',
  stage: 'Stage',
  stairs: 'Stairs',
  table: 'Table',
  toilet: 'Toilet',
  tree: 'Tree',
} as const

/** "3.6" of 360 centimetres. */
function metres(cm: number): string {
  return String(Math.round(cm) / 100)
}

const properties = {
  at: 'where it stands',
  line: 'where it stands',
  size: 'its size',
  rotation: 'its direction',
  name: 'its name',
  text: 'its words',
  goneBy: 'that it is deleted',
  picture: 'the picture',
  opacity: 'how strong it is',
  shownTo: 'who sees it',
  thickness: 'its thickness',
  material: 'what it is made of',
  openings: 'its doors and windows',
  surface: 'its surface',
  fixture: 'what it is',
  kind: 'what it is',
  textSize: 'the size of its words',
  isLocked: 'whether it is locked',
  order: 'what it lies above',
  shape: 'its shape',
  resourceId: 'which place it is',
  unit: 'which seat it is',
  zoneName: 'its zone',
  capacity: 'how many people it is for',
  amenities: 'its equipment',
} as const

export const drawing = {
  title: 'Draw the floor',
  open: 'Draw floor plan',
  kinds,
  surfaces,
  fixtures,
  firstOffline: 'Open this once with a connection, and you can draw it without one after.',
  arriving: 'The draft is on its way.',
  forbidden: 'You may not draw this floor.',
  confirmed: 'All saved',
  sending: 'Saving…',
  kept: 'Saved on this device',
  here: (names: readonly string[]) => `Also here: ${names.join(', ')}`,
  membersDontSee: 'Members see nothing of this until you publish.',

  tools: 'Tools',
  tool: {
    select: 'Select',
    hand: 'Move the sheet',
    desk: 'Desk',
    room: 'Room',
    wall: 'Wall',
    fixture: 'Furniture',
    area: 'Ground',
    zone: 'Zone',
    label: 'Words',
  },
  toolKey: (name: string, key: string) => `${name} (${key})`,
  undo: 'Undo',
  redo: 'Redo',
  closer: 'Zoom in',
  farther: 'Zoom out',
  whole: 'Show the whole floor',
  canvas: 'The floor, drawn. The list beside it has the same things.',
  things: 'On this floor',
  nothing: 'Nothing is drawn here yet. Choose a tool, or add desks in rows.',
  add: 'Add',
  addRows: 'Desks in rows',

  selected: (number: number) => `${count(number, 'thing')} selected`,
  selectNone: 'Select something on the floor or in the list to change it.',
  left: 'From the left, cm',
  top: 'From the top, cm',
  width: 'Width, cm',
  height: 'Depth, cm',
  rotation: 'Turned, degrees',
  thickness: 'Thickness, cm',
  toLeft: 'End, from the left, cm',
  toTop: 'End, from the top, cm',
  material: 'Made of',
  materials: { solid: 'Solid', glass: 'Glass' },
  placeName: 'Name',
  placeKind: 'What it is',
  zoneName: 'Zone',
  capacity: 'People',
  amenities: 'Equipment, separated by commas',
  zoneNamed: 'Name of the zone',
  text: 'Words',
  textSize: 'Size of the words',
  textSizes: { small: 'Small', large: 'Large' },
  furniture: 'Which',
  surface: 'Surface',
  doors: 'Doors and windows',
  addDoor: 'Add door',
  addWindow: 'Add window',
  addGap: 'Add gap',
  opening: (kind: 'door' | 'window' | 'gap', number: number) =>
    `${{ door: 'Door', window: 'Window', gap: 'Gap' }[kind]} ${number}`,
  openingAt: 'From where the wall begins, cm',
  removeOpening: (what: string) => `Remove ${what}`,
  otherHinge: 'Hinge on the other side',
  otherSwing: 'Open to the other side',
  noWallLeft: 'This wall has no room for that.',
  wallsAround: 'Put walls around it',
  floorSize: (width: number, height: number) =>
    `Size of the floor: ${metres(width)} by ${metres(height)} m`,
  floorWidth: 'Floor from left to right, cm',
  floorHeight: 'Floor from top to bottom, cm',
  impossible: (value: string) =>
    value === '' ? 'Type a whole number here.' : `“${value}” is not possible here.`,
  measures: {
    length: (cm: number) => `${metres(cm)} m`,
    size: (width: number, height: number) => `${metres(width)} × ${metres(height)} m`,
    angle: (degrees: number) => `${degrees}°`,
  },
  locked: 'Locked in place',
  lockedMark: 'locked',
  remove: 'Delete',
  duplicate: 'Duplicate',
  turnLeft: 'Turn left',
  turnRight: 'Turn right',
  line: 'Put in line',
  edges: {
    left: 'Left edges',
    centre: 'Centres',
    right: 'Right edges',
    top: 'Top edges',
    middle: 'Middles',
    bottom: 'Bottom edges',
  },
  distribute: { x: 'Equal gaps across', y: 'Equal gaps down' },
  pooled: (units: number) =>
    `A place with ${count(units, 'seat')}: its name is set under Settings.`,
  inSettings: 'Rules, prices and pictures are set once members see it.',
  settingsOf: (place: string) => `Also about ${place}`,
  settingsParts: { places: 'Pictures and hours', rules: 'Rules', prices: 'Price' },
  backToFloor: (place: string) => `Back to ${place} on the floor`,

  rows: {
    title: 'Desks in rows',
    count: 'How many',
    perRow: 'In one row',
    gap: 'Gap between desks, cm',
    rowGap: 'Gap between rows, cm',
    prefix: 'Called',
    preview: (first: string, last: string) => `${first} to ${last}`,
    add: (number: number) => `Add ${count(number, 'desk')}`,
    between: (least: number, most: number) => `A whole number from ${least} to ${grouped(most)}.`,
    unnamed: 'Say what they are called.',
  },

  removed: (what: string) => `${what} deleted`,
  gone: 'Deleted',
  moves: (who: string) => `${who} moves it`,
  goneBy: (what: string, who: string) => `${who} deleted ${what}`,
  restore: 'Restore',
  somebody: 'Somebody',
  lost: (what: string, property: string, mine: string | null) =>
    `${what}: somebody else changed ${property} at the same time, and theirs stands.${mine === null ? '' : ` Yours was “${mine}”.`}`,
  lostProperty: (key: string): string =>
    key in properties ? properties[key as keyof typeof properties] : 'something',
  theFloor: 'The floor',
  takeBack: 'Use mine instead',
  letStand: 'Let it stand',
  setAside: (number: number) =>
    `${count(number, 'change')} could not be joined with what the others drew.`,
  tryAgain: 'Do it again',

  background,

  fullness: {
    drawn: (used: number, most: number) => `${grouped(used)} of ${grouped(most)} things`,
    kept: (used: number, most: number) =>
      `${grouped(used)} of ${grouped(most)} things, deleted ones and names of places included`,
    bytes: (used: number, most: number) =>
      `This draft holds ${Math.round((100 * used) / most)} % of what a draft can hold.`,
    full: 'There is no room for that on this floor. Delete something first, or draw on another floor.',
  },

  templates: {
    title: 'Start from',
    names: {
      small: 'Small: 12 desks, a room',
      medium: 'Medium: 40 desks, 4 rooms',
      empty: 'An empty floor',
    },
    copy: (floor: string) => `A copy of ${floor}`,
    zones: { desks: 'Desks', rooms: 'Rooms' },
    used: 'The draft is drawn anew. Undo brings back what was there.',
  },
  publish: {
    open: 'Publish…',
    title: 'Publish the floor',
    button: (version: number) => `Publish version ${version}`,
    nothing: 'Nothing differs from what members see.',
    needsConnection: 'Publishing needs a connection. Your draft stays here.',
    waits: 'A moment: the last changes are being saved.',
    notYet: 'This has to be mended first:',
    problems: {
      'too-many-objects': 'There is more on this floor than a phone can draw.',
      overlap: 'These two overlap:',
      outside: 'This lies outside the floor:',
      twice: 'This place is there twice:',
      unnamed: 'This place needs a name and a kind:',
      'no-such-unit': 'There is no such seat:',
      'no-picture': 'Members are to see a picture that has not arrived yet:',
    },
    added: (names: readonly string[]) => `New: ${names.join(', ')}`,
    removed: (names: readonly string[]) => `Gone: ${names.join(', ')}`,
    moved: (names: readonly string[]) => `Moved: ${names.join(', ')}`,
    reshaped: (names: readonly string[]) => `Another size: ${names.join(', ')}`,
    renamed: (names: readonly string[]) => `Changed: ${names.join(', ')}`,
    drawn: (added: number, removed: number) =>
      `Walls, furniture, words and background: ${added} new, ${removed} gone`,
    resized: 'The floor has another size.',
    summary: (moved: number, added: number, removed: number) =>
      `${moved} moved, ${added} added, ${removed} removed`,
    bookingsStay: 'Bookings keep their place when it is moved or renamed.',
    done: (version: number) => `Version ${version} is published`,
    changedMeanwhile: 'Somebody else published meanwhile. Look at the changes again.',
  },
  /** The floor in small beside the sheet. */
  overview: 'Overview: arrow keys move the view, Enter shows the whole floor',
  versions: {
    open: 'Versions',
    title: 'Versions of this floor',
    version: (version: number) => `Version ${version}`,
    when: (when: string, who: string | null) => (who === null ? when : `${when}, by ${who}`),
    current: 'Members see this one',
    use: 'Draw on from this version',
    used: (version: number) =>
      `The draft is version ${version} again. Undo brings back what was there.`,
    needsConnection: 'Older versions need a connection.',
    /** What one person changed in the draft at one sitting. */
    added: (what: string) => `Added ${what}.`,
    removed: (what: string) => `Removed ${what}.`,
    moved: (what: string) => `Moved ${what}.`,
    changed: (what: string) => `Changed ${what}.`,
    resized: 'Changed the size of the floor.',
    several: (what: string, many: number) => (many === 1 ? what : `${what} (${many})`),
    andMore: (more: number) => `${more} more`,
    more: (more: number) => `And ${more} more ${more === 1 ? 'change' : 'changes'}.`,
  },
} as const
