/** Today: what must I do now. */
export {
  readDanger,
  readToday,
  UNTOUCHED_DAYS,
  type Danger,
  type Today,
  type TodayTask,
} from './read-today.ts'
