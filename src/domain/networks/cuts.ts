// Every weight and cut in one place, from what is known beforehand: never from the truth of a folder that is scored.

/**
 * A thing in more files than this is a place that strangers share, whatever role a file gives it. Groups that courts saw
 * are of 2 to 15 files (Judgments in ANALYTICS B), so twice that is no group's own number any more.
 */
export const MOST_FILES_OF_ONE = 30
/** A thing is a hub when this share of its files says so: one wrong word in one file makes none. */
export const HUB_SHARE = 1 / 3
/** A value in more files is no help in finding a second piece of evidence, and is not looked under. */
export const MOST_FILES_LOOKED_AT = 60

/** Days between two uses of a thing after which it proves nothing alone: numbers are given to others, houses let anew. */
export const LASTS_DAYS = {
  person: 3650,
  telephone: 1095,
  account: 1825,
  address: 1095,
  company: 1825,
  document: 3650,
  booking: 365,
  vehicle: 1095,
} as const

/** Files counted as at least so many: a coincidence among ten files is no smaller than among a thousand people. */
export const FEWEST_FILES = 1000
/** Names counted beforehand, in the shares of COMMON_NAMES. */
export const NAMES_BEFOREHAND = 3000

/** Chance that a file of the group carries a thing that another one carries: its own things often, hubs seldom. */
export const SHARED_WITHIN = { own: 0.3, hub: 0.05 } as const

/** ln of the odds that a found link shall have, beside ln of the number of files. */
export const ODDS = 0
/** More, where both sides are already groups: a weak bridge between two groups is shown, not crossed. */
export const BRIDGE_ODDS = 3
export const GROUP_FROM = 3
/** No name is worth more than this: neither is a name that nobody else in the files bears. */
export const MOST_NAME = 18
/** Nor a number that is one digit away from another. */
export const MOST_NEAR = 9
/** A number's chance to lie beside one of many others, per other number: about 100 neighbours in 10^10. */
export const NEAR_CHANCE = 1e-8
/** Two halves of a group that one thing alone holds, and that never met within this time, are two groups. */
export const APART_DAYS = 540

/** Groups that courts saw worked for about a year; two files taken at random lie further apart three times of four. */
export const GROUP_LIVES_DAYS = 180
export const SAME_TIME = 1

/** A share of files that name a recruiter is taken to be no smaller: a few files tell little about all. */
export const FEWEST_SPEAKERS = 0.02
/** Where the second piece is only that both fell in the same half-year, the first must weigh so much more. */
export const TIME_AS_SECOND = 1
/** A triangle is looked for among files that share a booking or the like with at most so many. */
export const MOST_FILES_OF_CORNER = 8
