/** A picture of a place, kept under the hash of its bytes in two sizes: a picture never changes, so a device keeps what it has seen. */
export interface Photo {
  /** SHA-256 in hexadecimal. */
  readonly full: string
  readonly small: string
  /** Of the full one, in pixels: its room is kept before it has arrived. */
  readonly width: number
  readonly height: number
  /** What there is to see, for who does not see it. */
  readonly alt: string
}

export function isPhotoHash(value: unknown): value is string {
  return typeof value === 'string' && /^[0-9a-f]{64}$/.test(value)
}

export function photoPath(siteId: string, hash: string): string {
  return `/api/photos/${siteId}/${hash}`
}
