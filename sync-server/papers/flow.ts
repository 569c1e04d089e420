/** Where on the sheet is written next. */
import { page, type Sheet } from './sheet.ts'

export interface Flow {
  at: number
  /** Makes room for so much, on the next page if need be. True where that was turned. */
  need(height: number): boolean
}

/** Above the title block. */
const bottom = page.height - 84
/** The first line of a page that only goes on. */
const top = 74

export function makeFlow(sheet: Sheet): Flow {
  return {
    at: top,
    need(height) {
      if (this.at + height <= bottom) return false
      sheet.addPage()
      this.at = top
      return true
    },
  }
}
