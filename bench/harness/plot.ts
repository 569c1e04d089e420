/** Growth curves as plain SVG: both axes from zero, so that a slope looks as steep as it is. */
import { mkdirSync, writeFileSync } from 'node:fs'
import type { Curve } from './bench.ts'

const WIDTH = 640
const HEIGHT = 360
const LEFT = 70
const BOTTOM = 40
const colours = ['#0a6b63', '#b4540a', '#5b4b9a', '#666666']

/** Writes one file a curve into test-output and gives their paths. */
export function writePlots(name: string, curves: readonly Curve[]): readonly string[] {
  mkdirSync('test-output', { recursive: true })
  return curves.map((curve, index) => {
    const path = `test-output/bench-${name}-${index + 1}.svg`
    writeFileSync(path, draw(curve))
    return path
  })
}

function draw({ title, unit, lines }: Curve): string {
  const points = Object.values(lines).flat()
  const xMax = Math.max(1, ...points.map(([x]) => x))
  const yMax = Math.max(1, ...points.map(([, y]) => y))
  const at = ([x, y]: readonly [number, number]) => {
    const right = LEFT + (x / xMax) * (WIDTH - LEFT - 20)
    const down = HEIGHT - BOTTOM - (y / yMax) * (HEIGHT - BOTTOM - 60)
    return `${right.toFixed(1)},${down.toFixed(1)}`
  }
  const drawn = Object.entries(lines).map(([label, line], index) => {
    const colour = colours[index % colours.length]
    const path = `<polyline fill="none" stroke="${colour}" stroke-width="2" points="${line.map(at).join(' ')}"/>`
    const legend = `<text x="${LEFT + 150 * index}" y="42" fill="${colour}">${label}</text>`
    return path + legend
  })
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${HEIGHT}" font-family="sans-serif" font-size="12">
<rect width="100%" height="100%" fill="#fff"/>
<text x="${LEFT}" y="20" font-size="14">${title}</text>
<path d="M${LEFT},50V${HEIGHT - BOTTOM}H${WIDTH - 20}" fill="none" stroke="#999"/>
<text x="5" y="62">${Math.round(yMax)} ${unit}</text>
<text x="${WIDTH - 20}" y="${HEIGHT - 15}" text-anchor="end">${xMax.toLocaleString('en')}</text>
${drawn.join('\n')}
</svg>
`
}
