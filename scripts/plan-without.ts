/**
 * Parts of Pixi that its index registers when it is loaded and the floor plan never runs: spritesheets, video, SVG paths, curves, particles,
 * WebGPU, gradients, masks, meshes, pixels read back, colours in words, and what would be loaded late for its own Application. Left out, the plan's chunk is a seventh
 * smaller. Pixi is pinned to one version; a part that another version moves is simply not left out, and the size gate says so.
 */
import type { Plugin } from 'vite'

/** What hides parts of a drawing behind others by pixels. */
function noMask(name: 'alpha' | 'stencil' | 'color'): readonly [path: string, instead: string] {
  const pipe = `${name.charAt(0).toUpperCase()}${name.slice(1)}MaskPipe`
  return [
    `/rendering/mask/${name}/${pipe}.mjs`,
    `import { ExtensionType } ${'from'} '../../../extensions/Extensions.mjs'
     export class ${pipe} { buildStart() {} destroy() {} }
     ${pipe}.extension = { type: [ExtensionType.WebGLPipes], name: '${name}Mask' }`,
  ]
}

const parts: readonly (readonly [path: string, instead: string])[] = [
  ['/spritesheet/init.mjs', ''],
  ['/environment-browser/browserAll.mjs', ''],
  ['/environment-webworker/webworkerAll.mjs', ''],
  ['/scene/graphics/shared/svg/SVGParser.mjs', 'export function SVGParser() {}'],
  ['/scene/graphics/shared/svg/parseSVGPath.mjs', 'export function parseSVGPath() {}'],
  // The plan is made of lines, boxes, circles and ellipses; its door arcs are lines too.
  ['/shared/buildCommands/buildAdaptiveBezier.mjs', 'export function buildAdaptiveBezier() {}'],
  [
    '/shared/buildCommands/buildAdaptiveQuadratic.mjs',
    'export function buildAdaptiveQuadratic() {}',
  ],
  ['/shared/buildCommands/buildArc.mjs', 'export function buildArc() {}'],
  ['/shared/buildCommands/buildArcTo.mjs', 'export function buildArcTo() {}'],
  ['/shared/buildCommands/buildArcToSvg.mjs', 'export function buildArcToSvg() {}'],
  [
    '/shared/path/roundShape.mjs',
    'export function roundedShapeArc() {} export function roundedShapeQuadraticCurve() {}',
  ],
  ['/scene/particle-container/shared/ParticleBuffer.mjs', 'export class ParticleBuffer {}'],
  [
    '/unsafe-eval/particle/generateParticleUpdatePolyfill.mjs',
    'export function generateParticleUpdatePolyfill() {}',
  ],
  ['/rendering/renderers/gpu/GpuUboSystem.mjs', 'export class GpuUboSystem {}'],
  [
    '/rendering/renderers/shared/texture/sources/VideoSource.mjs',
    // Its import is put together, so that it is not read as one of this file.
    `import { ExtensionType } ${'from'} '../../../../../extensions/Extensions.mjs'
     export class VideoSource { static test() { return false } }
     VideoSource.extension = ExtensionType.TextureSource`,
  ],
  // Colours reach Pixi as numbers; reading them from text is what this parser is for.
  [
    '/@pixi/colord/index.mjs',
    'export const extend = () => {}; export const colord = () => ({ isValid: () => false })',
  ],
  ['/@pixi/colord/plugins/names.mjs', 'export default function names() {}'],
  ['/scene/graphics/shared/fill/FillGradient.mjs', 'export class FillGradient {}'],
  ['/scene/graphics/shared/fill/FillPattern.mjs', 'export class FillPattern {}'],
  // Pixels are never read back, and nothing here is a mesh.
  ['/scene/mesh/init.mjs', ''],
  [
    '/rendering/renderers/shared/extract/ExtractSystem.mjs',
    `import { ExtensionType } ${'from'} '../../../../extensions/Extensions.mjs'
     export class ExtractSystem { destroy() {} }
     ExtractSystem.extension = { type: [ExtensionType.WebGLSystem], name: 'extract' }`,
  ],
  [
    '/scene/mesh/gl/GlMeshAdaptor.mjs',
    `import { ExtensionType } ${'from'} '../../../extensions/Extensions.mjs'
     export class GlMeshAdaptor { init() {} destroy() {} }
     GlMeshAdaptor.extension = { type: [ExtensionType.WebGLPipesAdaptor], name: 'mesh' }`,
  ],
  // Pictures are painted by the browser's own painter.
  [
    '/rendering/renderers/shared/extract/GenerateTextureSystem.mjs',
    `import { ExtensionType } ${'from'} '../../../../extensions/Extensions.mjs'
     export class GenerateTextureSystem { destroy() {} }
     GenerateTextureSystem.extension = { type: [ExtensionType.WebGLSystem], name: 'textureGenerator' }`,
  ],
  // What a card can do is asked of two more contexts that are made for it, and by compiling a shader. Four pictures at a time are what every card can
  // do and a floor has (its words, its pictures, a plate's, a background), and no shader here asks for more than medium precision.
  [
    '/rendering/batcher/gl/utils/checkMaxIfStatementsInShader.mjs',
    'export const checkMaxIfStatementsInShader = () => 4',
  ],
  [
    '/rendering/batcher/gl/utils/maxRecommendedTextures.mjs',
    'export const getMaxTexturesPerBatch = () => 4',
  ],
  [
    '/rendering/renderers/gl/shader/program/getMaxFragmentPrecision.mjs',
    "export const getMaxFragmentPrecision = () => 'mediump'",
  ],
  ['/filters/mask/MaskFilter.mjs', 'export class MaskFilter {}'],
  ...(['alpha', 'stencil', 'color'] as const).map((name) => noMask(name)),
  [
    '/texture/uploaders/glUploadCompressedTextureResource.mjs',
    'export const glUploadCompressedTextureResource = {}',
  ],
]

/** `kept` are parts of paths that stay all the same: a bench compares with what the app leaves out. */
export function planWithout(kept: readonly string[] = []): Plugin {
  return {
    name: 'plan-without',
    load(id) {
      const path = id.split('?')[0] ?? id
      if (!path.includes('/pixi.js/') && !path.includes('/@pixi/')) return null
      if (kept.some((part) => path.includes(part))) return null
      const found = parts.find(([end]) => path.endsWith(end))
      return found === undefined ? null : { code: found[1], moduleSideEffects: false }
    },
  }
}
