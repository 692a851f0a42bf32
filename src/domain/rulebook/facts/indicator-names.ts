/**
 * The 67 indicators of the ILO and the European Commission (2009) for adult labour exploitation, by dimension and
 * in the printed order; 65 of them also hold for children. The names are this project's own. Strengths and
 * sources stand in the rulebook's data.
 */
export const INDICATOR_NAMES = {
  deceptiveRecruitment: [
    'deceivedAboutJobPlaceOrEmployer',
    'deceivedAboutConditions',
    'deceivedAboutContract',
    'deceivedAboutFamilyReunion',
    'deceivedAboutHousing',
    'deceivedAboutPapersOrStatus',
    'deceivedAboutTravelOrRecruitment',
    'deceivedAboutPay',
    'deceivedByPromiseOfMarriageOrAdoption',
    'deceivedAboutStudy',
  ],
  coerciveRecruitment: [
    'violence',
    'abductedSoldOrForcedMarriage',
    'documentsTaken',
    'debtBondage',
    'isolatedConfinedOrWatched',
    'threatOfReportToAuthorities',
    'threatOfViolence',
    'threatOfExposure',
    'violenceOrThreatToFamily',
    'moneyWithheld',
  ],
  vulnerabilityRecruitment: [
    'difficultFamilySituation',
    'irregularStatus',
    'lackOfSchoolingOrLanguage',
    'lackOfInformation',
    'controlByExploiters',
    'economicNeed',
    'falsePictureOfMigration',
    'falsePictureOfLawOrAuthorities',
    'familyCircumstances',
    'personalCircumstances',
    'emotionalDependence',
    'positionTowardsAuthorities',
    'difficultPast',
    'cannotArrangeTravelAlone',
    'culturalOrReligiousBeliefs',
    'generalContext',
  ],
  exploitation: [
    'excessiveHours',
    'badLivingConditions',
    'hazardousWork',
    'lowOrNoPay',
    'lawOrContractNotRespected',
    'noSocialProtection',
    'veryBadWorkingConditions',
    'payManipulated',
    'noEducation',
  ],
  coercionAtDestination: [
    'documentsTaken',
    'debtBondage',
    'isolatedConfinedOrWatched',
    'violence',
    'forcedToBreakTheLaw',
    'forcedTasksOrClients',
    'forcedAgainstFellowWorkers',
    'forcedToLie',
    'threatOfReportToAuthorities',
    'threatOfWorseConditions',
    'threatOfViolence',
    'strongInfluenceOfEmployer',
    'violenceOrThreatToFamily',
    'wagesWithheld',
    'threatOfExposure',
  ],
  vulnerabilityAtDestination: [
    'dependenceOnExploiters',
    'difficultyInStrangePlace',
    'economicNeed',
    'familyCircumstances',
    'positionTowardsAuthorities',
    'difficultPast',
    'personalCircumstances',
  ],
} as const

export type Dimension = keyof typeof INDICATOR_NAMES
export const DIMENSIONS = Object.keys(INDICATOR_NAMES) as readonly Dimension[]

/** Every indicator as its path below `indicators`, for instance `exploitation.excessiveHours`. */
export const INDICATOR_PATHS: readonly string[] = DIMENSIONS.flatMap((dimension) =>
  INDICATOR_NAMES[dimension].map((name) => `${dimension}.${name}`),
)
