/** The process that draws one picture: the file comes in, with the sizes as arguments, and goes out drawn, as one line. */
import { buffer } from 'node:stream/consumers'
import { redraw } from './redraw.ts'

const result = await redraw(await buffer(process.stdin), process.argv.slice(2).map(Number))
const text = JSON.stringify(result, (_key, value: unknown) =>
  isBytes(value) ? Buffer.from(value.data).toString('base64') : value,
)
process.stdout.write(text)

/** A buffer as it is when JSON asks for it. */
function isBytes(value: unknown): value is { readonly data: readonly number[] } {
  return typeof value === 'object' && value !== null && 'type' in value && value.type === 'Buffer'
}
