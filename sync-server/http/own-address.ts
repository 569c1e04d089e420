/**
 * Under which addresses this portal is itself. In the sample only loopback with the very port counts, so that a foreign name which is
 * pointed at this machine (DNS rebinding) reaches nothing. With a PUBLIC_URL a proxy may call us by any name, and what matters is
 * the origin that a browser states.
 */
export interface OwnAddress {
  url(): string
  isOwnHost(host: string | undefined): boolean
  isOwnOrigin(origin: string): boolean
  /** The port that was taken: known only once the server listens. */
  listeningOn(port: number): void
}

export function makeOwnAddress(publicUrl: URL | null, wantedPort: number): OwnAddress {
  let port = wantedPort
  const hosts = () => [`localhost:${port}`, `127.0.0.1:${port}`]
  return {
    url: () => publicUrl?.origin ?? `http://localhost:${port}`,
    isOwnHost: (host) => publicUrl !== null || (host !== undefined && hosts().includes(host)),
    isOwnOrigin: (origin) =>
      publicUrl === null
        ? hosts().some((host) => origin === `http://${host}`)
        : origin === publicUrl.origin,
    listeningOn: (taken) => {
      port = taken
    },
  }
}
