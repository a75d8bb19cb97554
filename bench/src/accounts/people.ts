/** Who is in the measured store. */
export const PEOPLE = 16
export const PASSWORD = 'kettle on the bench'
export const emailOf = (number: number): string => `person-${number % PEOPLE}@kettle.test`
/** As many who are not, with addresses as long. */
export const strangerOf = (number: number): string => `nobody-${number % PEOPLE}@kettle.test`
