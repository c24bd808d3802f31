/** How many digits after the decimal sign the places of this screen show of a figure; the rest is one choice away. */
export const DIGITS_IN_TREE = 4
export const DIGITS_IN_STEPS = 12
