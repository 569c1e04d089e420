/** Reads bytes of a font one after the other, with the two short ways in which WOFF2 writes numbers. */
export class ByteReader {
  readonly #bytes: Buffer
  at = 0

  constructor(bytes: Buffer) {
    this.#bytes = bytes
  }

  skip(bytes: number): void {
    this.at += bytes
  }

  u8(): number {
    const value = this.#bytes.readUInt8(this.at)
    this.at += 1
    return value
  }

  u16(): number {
    const value = this.#bytes.readUInt16BE(this.at)
    this.at += 2
    return value
  }

  i16(): number {
    const value = this.#bytes.readInt16BE(this.at)
    this.at += 2
    return value
  }

  u32(): number {
    const value = this.#bytes.readUInt32BE(this.at)
    this.at += 4
    return value
  }

  tag(): string {
    return this.take(4).toString('latin1')
  }

  take(length: number): Buffer {
    const part = this.#bytes.subarray(this.at, this.at + length)
    if (part.length !== length) throw new Error('Broken invariant: the font ends too early')
    this.at += length
    return part
  }

  /** UIntBase128: seven bits a byte, at most five of them. */
  base128(): number {
    let value = 0
    for (let count = 0; count < 5; count += 1) {
      const byte = this.u8()
      value = value * 128 + (byte & 0x7f)
      if (byte < 128) return value
    }
    throw new Error('Broken invariant: a number in the font is too long')
  }

  /** 255UInt16. */
  short255(): number {
    const code = this.u8()
    if (code === 253) return this.u16()
    if (code === 254) return this.u8() + 506
    if (code === 255) return this.u8() + 253
    return code
  }
}
