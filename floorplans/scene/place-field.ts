/**
 * All desks of a floor as one thing for the renderer. A sprite a desk is some thirty objects each: ten thousand of them took longer to be made, and to be
 * swept away again, than all else of a first picture. Here a desk is sixteen numbers: the corners of its picture on the floor, and on the sheet that
 * it is a piece of. They go into the batch with what is drawn beside them.
 */
import {
  type Batcher,
  type DefaultBatchableMeshElement,
  ExtensionType,
  extensions,
  type InstructionSet,
  type Matrix,
  type Texture,
  ViewContainer,
  type WebGLRenderer,
} from 'pixi.js'
import { must } from '../../domain/values/assert.ts'
import type { Point } from '../document/floor-plan.ts'

/** Numbers of a desk's four corners, and of the two triangles between them. */
const CORNERS = 8
const INDICES = 6
const WHITE = 0xff_ff_ff_ff

/** The desks whose pictures are on one sheet, as the renderer's batch takes them. */
class Shelf implements DefaultBatchableMeshElement {
  readonly batcherName = 'default'
  readonly topology = 'triangle-list'
  readonly packAsQuad = false
  readonly blendMode = 'normal'
  readonly color = WHITE
  readonly roundPixels = 1
  readonly indexOffset = 0
  readonly attributeOffset = 0
  readonly positions: Float32Array
  readonly uvs: Float32Array
  readonly indices: Uint32Array
  readonly indexSize: number
  readonly attributeSize: number
  texture: Texture
  transform: Matrix
  mustPack = false
  // What the batch remembers of it, by its own names.
  _textureId = 0
  _attributeStart = 0
  _indexStart = 0
  _batcher = null as unknown as Batcher // set by the batch that takes it
  _batch = null as unknown as DefaultBatchableMeshElement['_batch'] // likewise

  constructor(texture: Texture, count: number, transform: Matrix) {
    this.texture = texture
    this.transform = transform
    this.positions = new Float32Array(count * CORNERS)
    this.uvs = new Float32Array(count * CORNERS)
    this.indices = new Uint32Array(count * INDICES)
    this.indexSize = count * INDICES
    this.attributeSize = count * 4
    for (let at = 0; at < count; at += 1) {
      const [from, first] = [at * INDICES, at * 4]
      this.indices[from] = first
      this.indices[from + 1] = first + 1
      this.indices[from + 2] = first + 2
      this.indices[from + 3] = first
      this.indices[from + 4] = first + 2
      this.indices[from + 5] = first + 3
    }
  }

  /** Puts a picture around a point, `px` centimetres a pixel. */
  put(at: number, { x, y }: Point, { uvs, width, height }: Texture, px: number): void {
    const from = at * CORNERS
    const [right, below] = [(width * px) / 2, (height * px) / 2]
    this.#corner(from, x - right, y - below, uvs.x0, uvs.y0)
    this.#corner(from + 2, x + right, y - below, uvs.x1, uvs.y1)
    this.#corner(from + 4, x + right, y + below, uvs.x2, uvs.y2)
    this.#corner(from + 6, x - right, y + below, uvs.x3, uvs.y3)
    this.mustPack = true
  }

  #corner(at: number, x: number, y: number, u: number, v: number): void {
    this.positions[at] = x
    this.positions[at + 1] = y
    this.uvs[at] = u
    this.uvs[at + 1] = v
  }
}

interface Spot {
  readonly shelf: Shelf
  /** Which one of the shelf. */
  readonly at: number
}

export class PlaceField extends ViewContainer {
  override readonly renderPipeId = 'place-field'
  readonly batched = true
  shelves: readonly Shelf[] = []
  /** The batch has to be made anew: desks are on other sheets than before. */
  isOther = false
  readonly #places: readonly Point[]
  #textures: readonly Texture[] = []
  #spots: readonly Spot[] = []
  #px = 1

  constructor(places: readonly Point[]) {
    super({})
    this.#places = places
  }

  /** Every desk with its picture, for the scale at which `px` centimetres are one pixel. */
  lay(textures: readonly Texture[], px: number): void {
    this.#textures = textures
    this.#px = px
    const counts = new Map<number, number>()
    for (const { source } of textures) counts.set(source.uid, (counts.get(source.uid) ?? 0) + 1)
    const shelves = new Map<number, Shelf>()
    const filled = new Map<number, number>()
    this.#spots = textures.map((texture, place): Spot => {
      const { uid } = texture.source
      const shelf =
        shelves.get(uid) ?? new Shelf(texture, counts.get(uid) ?? 0, this.groupTransform)
      shelves.set(uid, shelf)
      const at = filled.get(uid) ?? 0
      filled.set(uid, at + 1)
      shelf.put(at, this.#pointOf(place), texture, px)
      return { shelf, at }
    })
    this.shelves = [...shelves.values()]
    this.isOther = true
    this.onViewUpdate()
  }

  /** Some desks with other pictures. */
  change(changed: readonly (readonly [place: number, texture: Texture])[]): void {
    const isOnSheet = ([place, { source }]: readonly [number, Texture]) =>
      this.#spots[place]?.shelf.texture.source === source
    if (!changed.every(isOnSheet)) {
      const textures = [...this.#textures]
      for (const [place, texture] of changed) textures[place] = texture
      this.lay(textures, this.#px)
      return
    }
    const textures = this.#textures as Texture[] // its own
    for (const [place, texture] of changed) {
      const { shelf, at } = must(this.#spots[place], 'every desk was laid')
      textures[place] = texture
      shelf.put(at, this.#pointOf(place), texture, this.#px)
    }
    this.onViewUpdate()
  }

  #pointOf(place: number): Point {
    return must(this.#places[place], 'every picture is of a desk')
  }

  /** Nothing asks for them: hits are found in the plan. */
  protected override updateBounds(): void {}
}

class PlaceFieldPipe {
  static readonly extension = {
    type: [ExtensionType.WebGLPipes],
    name: 'place-field',
  } as const
  readonly #renderer: WebGLRenderer

  constructor(renderer: WebGLRenderer) {
    this.#renderer = renderer
  }

  validateRenderable(field: PlaceField): boolean {
    return field.isOther
  }

  addRenderable(field: PlaceField, instructions: InstructionSet): void {
    field.isOther = false
    for (const shelf of field.shelves) {
      shelf.mustPack = false
      this.#renderer.renderPipes.batch.addToBatch(shelf, instructions)
    }
  }

  updateRenderable({ shelves }: PlaceField): void {
    for (const shelf of shelves) {
      if (shelf.mustPack) shelf._batcher.updateElement(shelf)
      shelf.mustPack = false
    }
  }

  destroy(): void {}
}

extensions.add(PlaceFieldPipe)
