/** Europe/Berlin with both clock changes of 2026, as the server would make it. */
import type { ZoneTable } from './zone.ts'

export const berlin: ZoneTable = {
  zone: 'Europe/Berlin',
  tzdata: '2026c',
  offsets: [
    [Date.UTC(2025, 0, 1), 60],
    [Date.UTC(2025, 2, 30, 1), 120],
    [Date.UTC(2025, 9, 26, 1), 60],
    [Date.UTC(2026, 2, 29, 1), 120],
    [Date.UTC(2026, 9, 25, 1), 60],
    [Date.UTC(2027, 2, 28, 1), 120],
  ],
}
