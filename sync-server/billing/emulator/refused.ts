/** Thrown inside the emulator where a call is refused before it does anything: nothing of it is kept, as the processor says of such calls. */
export class Refused extends Error {
  override name = 'Refused'
  readonly status: number
  readonly code: string | null
  readonly more: object

  constructor(status: number, code: string | null, message: string, more: object = {}) {
    super(message)
    this.status = status
    this.code = code
    this.more = more
  }
}

export function noSuch(kind: string, id: string): Refused {
  return new Refused(404, 'resource_missing', `No such ${kind}: '${id}'`)
}
