/** Today: what must I do now. */
export { readDanger, readToday, type Danger, type Today, type TodayTask } from './read-today.ts'
