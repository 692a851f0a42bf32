/** Who owns a report at first. */
export { chooseDesk, workPlaceOf } from './choose-desk.ts'
export { findBodyName, listDesks, type Desk } from './desk-queries.ts'
export { bodiesNamedIn } from './named-bodies.ts'
export { keptFromKinds, pickDesk, type ChosenDesk, type DeskWish } from './pick-desk.ts'
