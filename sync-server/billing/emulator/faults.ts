/**
 * What can go wrong between the portal and the processor, for tests: put around the emulator's two ends, so that calls and messages take
 * the same road as ever. Without faults both go straight through.
 */
export type CallFault =
  /** Never arrives. */
  | 'no-connection'
  /** Is carried out, and the answer never arrives. */
  | 'cut-after'
  /** 429, and nothing is done. */
  | 'too-many'
  /** 409: somebody else holds the thing. */
  | 'locked'
  /** 500 before anything is done, and behind what was done. */
  | 'fails'
  | 'fails-after'
  /** A proxy's 404, as JSON that is no error of the processor. */
  | 'wrong-404'
  /** Is carried out; the answer is about something else. */
  | 'wrong-body'
  /** The key is refused. */
  | 'key-refused'

export type MessageFault = 'drop' | 'twice' | 'hold'

export interface Faults {
  /** Asked once for each request that is sent, those that the SDK repeats too. */
  onCall(method: string, path: string): CallFault | null
  onMessage(type: string): MessageFault | null
}

type Carry = (request: Request) => Promise<Response>
type Deliver = (body: string, signature: string) => Promise<void>

export function withCallFaults(carry: Carry, { onCall }: Pick<Faults, 'onCall'>): Carry {
  return async (request) => {
    const fault = onCall(request.method, new URL(request.url).pathname)
    switch (fault) {
      case null:
        return carry(request)
      case 'no-connection':
        throw new TypeError('The connection was cut.')
      case 'cut-after':
        await carry(request)
        throw new TypeError('The connection was cut.')
      case 'too-many':
        return refusal(429, 'rate_limit', 'Too many requests.')
      case 'locked':
        return refusal(409, 'lock_timeout', 'The object is locked.')
      case 'fails':
        return refusal(500, 'api_error', 'Something went wrong.')
      case 'fails-after':
        await carry(request)
        return refusal(500, 'api_error', 'Something went wrong.')
      case 'wrong-404':
        return Response.json({ message: 'no route' }, { status: 404 })
      case 'wrong-body':
        return otherThan(await carry(request))
      case 'key-refused':
        return refusal(401, 'api_key_expired', 'The key has expired.')
    }
  }
}

function refusal(status: number, code: string, message: string): Response {
  const type = status >= 500 ? 'api_error' : 'invalid_request_error'
  return Response.json({ error: { type, code, message } }, { status })
}

async function otherThan(response: Response): Promise<Response> {
  const body = (await response.json()) as Record<string, unknown> // the emulator answers objects alone
  return Response.json({ ...body, id: 'pi_emu_of-somebody-else', amount: 1 })
}

/** Held messages leave when asked to, the last first, and are signed then, as the processor signs each of its tries. */
export function withMessageFaults(
  deliver: Deliver,
  { onMessage, sign }: Pick<Faults, 'onMessage'> & { sign(body: string): string },
): { readonly deliver: Deliver; letGo(): Promise<void> } {
  const held: string[] = []
  return {
    deliver: async (body, signature) => {
      const { type } = JSON.parse(body) as { type: string } // the emulator sends messages alone
      const fault = onMessage(type)
      if (fault === 'drop') return
      if (fault === 'hold') {
        held.push(body)
        return
      }
      await deliver(body, signature)
      if (fault === 'twice') await deliver(body, signature)
    },
    letGo: async () => {
      for (const body of held.splice(0).reverse()) await deliver(body, sign(body))
    },
  }
}
