/** Clocks of cases as the rulebook knows them. Queries are not exported. */
export { listClocksOfCase, listMyClocks, type ClockOfCase } from './read-clocks.ts'
