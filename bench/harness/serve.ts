/** Files of a bench's own page, served from a port of their own. */
import { createServer } from 'node:http'

export interface Served {
  readonly url: string
  close(): void
}

export interface ServedFile {
  readonly type: string
  readonly body: string
}

/** `fileAt` gives what lies at a path. */
export async function serve(fileAt: (path: string) => ServedFile): Promise<Served> {
  const server = createServer(({ url = '/' }, response) => {
    const { type, body } = fileAt(url)
    response.setHeader('content-type', type)
    response.end(body)
  })
  const port = await new Promise<number>((done) => {
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      done(typeof address === 'object' && address !== null ? address.port : 0)
    })
  })
  return {
    url: `http://localhost:${port}/`,
    close: () => {
      server.closeAllConnections()
      server.close()
    },
  }
}
