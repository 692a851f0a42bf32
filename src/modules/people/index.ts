export { blankPerson, NO_MARKS, type PersonFacts, type PersonMarks, type Sex } from './person.ts'
export { agesOf, minorMark, type Ages, type MinorMark } from './child-alert.ts'
export { changePerson, createPerson, getPerson, listPersons, type Person } from './save-person.ts'
export { findByTokens, type TokenHit } from './person-queries.ts'
