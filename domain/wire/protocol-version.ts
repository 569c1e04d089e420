/**
 * Versions of the wire, one line each, newest last. A server speaks every version from the floor on; an app below the floor
 * is told to update, but its outbox is still accepted.
 *
 * 1  2026-11  channels, log tails, groups, outbox acknowledgements
 */
export const WIRE_VERSION = 1
export const WIRE_VERSION_FLOOR = 1
