/** What an uploaded picture may be, and what is kept of it. */
export const photoLimits = {
  /** Bytes of a file as it comes from a camera. Reading stops there, whatever length was stated. */
  uploadBytesMax: 10_000_000,
  /** More pixels than any phone takes; decoded, they are 160 MB. */
  pixelsMax: 40_000_000,
  /** Nothing can be seen on a picture narrower than this. */
  sidePixelsMin: 120,
  /** The longer side of what is kept of a place: a whole screen, and a place in a list. */
  placePixelsMax: [1_600, 480],
  /** Of a person: a card on a screen of three pixels a point. */
  portraitPixelsMax: [384],
  /** Portraits that one member adds in an hour: enough to try, too few to fill a location. */
  portraitsPerHourMax: 12,
  /** What a floor is drawn over, once: a centimetre and a half a pixel on forty metres, and every phone's graphics take it. */
  floorPixelsMax: [2_560],
  /** The first quality whose result fits. */
  qualities: [80, 65, 45, 25],
  storedBytesMax: 1_000_000,
  drawSecondsMax: 8,
  /** The process that draws is ended after this. */
  apartMsMax: 10_000,
  /** Pictures that wait to be drawn, one at a time; whoever comes then is asked to try again. */
  waitingMax: 4,
  /** Pictures of one location, every size counted; beyond it nothing more is kept. */
  storedPerSiteMax: 2_000,
  /** A picture that nothing names is kept so long for the form it was made for, and for who takes a step back. */
  unnamedKeptMs: 24 * 60 * 60_000,
} as const
