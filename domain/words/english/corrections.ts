/** Why money goes back that came for a place that was not to be had any more. */
export const lateReason = 'Paid when the place was not held any more'

/** Why a credit note was given that nobody gave by hand. */
export const correctionReason = 'Cancelled or changed after it was billed'
