/** Why a credit note was given that nobody gave by hand. */
export const correctionReason = 'Cancelled or changed after it was billed'
