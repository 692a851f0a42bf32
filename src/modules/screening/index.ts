/** Trafficking screening: one person at a time, two people for a yes or a no. Nothing here concludes several persons. */
export {
  addProofs,
  answerScreening,
  concludeScreening,
  giveSecondOpinion,
  startScreening,
  type GivenAnswers,
  type GivenOpinion,
} from './screen-person.ts'
export {
  aboutOf,
  countSecondOpinions,
  listOpenScreenings,
  readRounds,
  readScreening,
  rulebookVersion,
  type OpenScreening,
  type Opinion,
  type ScreeningView,
} from './read-screening.ts'
