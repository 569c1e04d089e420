/** What no journey may see, wherever it walks: an error in the console, a refusal by the page's policy, a request that leaves the origin. */
import type { BrowserContext, ConsoleMessage } from 'playwright-core'

export interface Faults {
  watch(context: BrowserContext): void
  /** A journey that provokes an error says which. */
  expect(pattern: RegExp): void
  /** The faults seen so far, in words. */
  seen(): readonly string[]
}

/** A network that is away is a normal state, but the browser calls each failed request an error. */
const networkIsAway =
  /net::ERR_(INTERNET_DISCONNECTED|CONNECTION_(REFUSED|RESET|CLOSED)|NETWORK_CHANGED|EMPTY_RESPONSE|FAILED|ABORTED|SOCKET_NOT_CONNECTED)|WebSocket is closed before the connection is established/

export function makeFaults(origin: string): Faults {
  const seen: string[] = []
  const expected: RegExp[] = [networkIsAway]
  const takeConsole = (message: ConsoleMessage) => {
    if (message.type() === 'error')
      seen.push(`console: ${message.text()} (${message.location().url})`)
  }
  const takeAddress = (address: string) => {
    const url = new URL(address)
    const isOurs = url.origin.replace('ws', 'http') === origin
    if (!isOurs && url.protocol !== 'data:' && url.protocol !== 'blob:') {
      seen.push(`request to another origin: ${address}`)
    }
  }
  return {
    watch: (context) => {
      context.on('console', takeConsole)
      context.on('weberror', (error) => {
        const { name, message, stack } = error.error()
        seen.push(`uncaught: ${name}: ${message} ${stack}`) // what a browser's own storage throws has no stack
      })
      context.on('request', (request) => takeAddress(request.url()))
      context.on('page', (page) => page.on('websocket', (socket) => takeAddress(socket.url())))
    },
    expect: (pattern) => {
      expected.push(pattern)
    },
    seen: () => seen.filter((fault) => !expected.some((pattern) => pattern.test(fault))),
  }
}
