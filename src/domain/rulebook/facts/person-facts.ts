/** Who the person is, where they are on their way, and what happened to them. */
import {
  DOCUMENT_STATUSES,
  NEED_KINDS,
  PERSON_CATEGORIES,
  PHASES,
  PLACEMENT_WAYS,
} from '../../cases/codes.ts'
import { DANGERS, REPORT_ABOUT, REPORTER_RELATIONS, WHAT_HAPPENED } from '../../reports/report.ts'
import { amount, code, codes, count, country, date, group, list, money, text, yesNo } from './facts-kit.ts'

export const ROUTES = ['official-checkpoint', 'unofficial-route', 'by-sea-unofficial', 'mixed'] as const
export const VISAS = [
  'work',
  'visit-or-tourist',
  'pilgrimage',
  'student',
  'training',
  'transit',
  'none',
  'other',
] as const
export const HOLDERS = [
  'self',
  'employer',
  'recruiter-or-agency',
  'authority',
  'other-person',
  'lost',
] as const

/** Work that Peraturan BP2MI 9/2020 frees of placement cost, and the rest. */
export const OCCUPATIONS = [
  'housekeeper',
  'babysitter',
  'elder-carer',
  'family-cook',
  'family-driver',
  'gardener',
  'child-carer',
  'cleaner',
  'farm-plantation',
  'migrant-fisher',
  'seafarer',
  'factory-worker',
  'construction-worker',
  'nurse',
  'restaurant-or-hotel-worker',
  'shop-worker',
  'online-worker',
  'sex-worker',
  'other',
] as const

export const personFacts = group('The person the case is about.', {
  category: code(
    PERSON_CATEGORIES,
    'Worker, seafarer, fisher, student, other citizen, child, or a foreigner in Indonesia.',
  ),
  nationality: country('Nationality, two letters.'),
  sex: code(['female', 'male', 'other'], 'Sex, as the person says it.'),
  born: date('Date of birth; may be partial. A false date on a passport belongs into ageClaims.'),
  ageClaims: list('Ages that somebody gave, each with the time at which it was true.', {
    years: count('Age in whole years.', 120),
    at: date('When the person had that age.'),
  }),
  maritalStatus: code(['single', 'married', 'divorced', 'widowed'], 'Marital status.'),
  schooling: code(['none', 'primary', 'junior', 'senior', 'higher'], 'Highest schooling finished.'),
  hasCompetenceCertificate: yesNo('A competence certificate for this work.'),
  isMentallyAndPhysicallyFit: yesNo('Found fit in a medical and psychological check.'),
  pregnant: yesNo('The person is pregnant.'),
  accompaniedByChild: yesNo('A child of the person is with them.'),
  asksForAsylum: yesNo('Asks for international protection, or is a refugee.'),
})

export const migrationFacts = group('The way out and back.', {
  phase: code(PHASES, 'Before, during or after work abroad; or not migration.'),
  place: code(['abroad', 'home'], 'Where the person is now: abroad, or in Indonesia.'),
  destination: country('Country of work or stay, two letters. For a vessel: the port or coastal state.'),
  destinationRegion: text('State, province or emirate where its law differs, for instance Sabah.', 80),
  transits: list('Countries passed on the way.', { country: country('Two letters.') }),
  departed: date('Left Indonesia.'),
  arrived: date('Arrived at the destination.'),
  returned: date('Came back to Indonesia.'),
  placementWay: code(PLACEMENT_WAYS, 'Who or what placed the person.'),
  registeredAtLabourOffice: yesNo('Registered at the district labour office before leaving.'),
  reportedToMission: yesNo('Arrival was reported to the Indonesian mission.'),
  documentStatus: code(DOCUMENT_STATUSES, 'Papers in the country of stay. Never a condition of help.'),
  visa: code(VISAS, 'Visa on which the person entered.'),
  route: code(ROUTES, 'How the border was crossed.'),
  crossingWasPaid: yesNo('Somebody was paid to bring the person over a border without right of entry.'),
  crossingWasOrganised: yesNo('Somebody organised that crossing for gain.'),
  relationEndedAfterCrossing: yesNo('The person was free to go once over the border.'),
  employerKind: code(
    ['individual-or-household', 'company', 'vessel-owner', 'public-body'],
    'Kind of employer.',
  ),
  homeProvince: text('Province of origin, two digits of the region code.', 2),
})

export const situationFacts = group('What is the matter now, in the words of the report.', {
  about: code(REPORT_ABOUT, 'Whom the report is about.'),
  reporter: code(REPORTER_RELATIONS, 'Who reports.'),
  danger: code(DANGERS, 'Danger to life, body or liberty.'),
  what: codes(WHAT_HAPPENED, 'The plain choices of the first question.'),
  story: text('The narrative, in any language. Words in it are shown as a suggestion only.'),
  peopleCount: count('How many people are affected.', 100_000),
  callIsSafe: yesNo('The person can be called without danger.'),
  lastContact: date('Last sign of life or contact.'),
  lostContact: yesNo('Family or friends can no longer reach the person.'),
  suicidalWords: yesNo('The person speaks of ending their life.'),
  lockedIn: yesNo('Cannot leave the place of work or stay.'),
  hurtNow: yesNo('Is being hurt, or has untreated injuries.'),
  aboutToBeMoved: yesNo('Is about to be moved, sold on, deported or put on a boat.'),
  ransomAsked: yesNo('Money is asked for release.'),
  escaped: yesNo('Has fled from the employer or place.'),
  needsRescue: yesNo('Asks to be brought out.'),
  scamCompound: yesNo('Held or made to work in an online-fraud site.'),
  warOrDisaster: yesNo('War, disaster or epidemic at the place of stay.'),
  massIncident: yesNo('One event with many people hurt, held or stranded.'),
  stranded: yesNo('Left without means to live or travel.'),
  abandonedVessel: yesNo('Crew left on a vessel.'),
  suppliesDays: amount('Days for which food and water last.'),
  wantsToGoHome: yesNo('The person wishes to return.'),
  crimeVictim: yesNo('Victim of another crime.'),
  crimeSuspect: yesNo('Suspected or charged with a crime.'),
  disputeWithCitizen: yesNo('Quarrel with other Indonesian citizens.'),
  pastReports: count('How often it was reported before without an answer.', 100),
  needs: codes(NEED_KINDS, 'What the person needs; competence is answered for each.'),
  asksForInformation: yesNo('Only asks for information.'),
  asksForDocument: yesNo('Asks for a passport, SPLP or other paper.'),
  isTip: yesNo('A tip about a recruiter, a place or a vessel.'),
  complainsAboutService: yesNo('Complains about a public service or an officer.'),
  byEmployer: yesNo('An employer complains about a worker.'),
})

export const healthFacts = group('Health and care.', {
  ill: yesNo('Ill or injured.'),
  gravelyIll: yesNo('Life is in danger from illness or injury, or in hospital.'),
  traumatised: yesNo('Shows trauma.'),
  mentalHealth: yesNo('Mental distress that needs care.'),
  disability: yesNo('Lives with a disability.'),
  helpRequestedAt: date('When help for trauma or dangerous illness was asked for.'),
  workAccident: yesNo('Hurt by an accident at work or on the way to or from it.'),
})

export const deathFacts = group('A death.', {
  died: yesNo('The person has died.'),
  on: date('Day of death.'),
  cause: code(
    ['work-accident', 'illness', 'violence', 'suicide', 'execution', 'road-accident', 'natural'],
    'Cause, as far as somebody says it.',
  ),
  missingAtSea: yesNo('Lost at sea, no body.'),
  suspicious: yesNo('The cause is doubted.'),
  bodyHome: yesNo('The body is back with the family.'),
  familyTold: yesNo('The family has been told.'),
  familyChose: code(['bring-home', 'bury-there'], 'What the family decided.'),
})

export const detentionFacts = group('Arrest, trial, immigration detention.', {
  detained: yesNo('Held by an authority.'),
  since: date('Since when.'),
  missionTold: date('When the mission was told.'),
  kind: code(['immigration', 'criminal', 'shelter', 'protection-order'], 'Why held.'),
  deathPenalty: yesNo('The charge or sentence can be death.'),
  executionDateSet: yesNo('A date for execution is set.'),
  deportationOn: date('Day of deportation.'),
  deportation: yesNo('To be deported, or deported.'),
  madeToBreakTheLaw: yesNo('The act was made or forced by those who exploited the person.'),
  interpreter: yesNo('Had an interpreter when questioned.'),
  lawyer: yesNo('Has a lawyer.'),
})

export const documentFacts = group('Papers and who holds them.', {
  passportHeldBy: code(HOLDERS, 'Who holds the passport.'),
  passport: yesNo('Has a valid passport.'),
  passportFalse: yesNo('Name, age or another entry in a paper is false.'),
  workVisa: yesNo('Has a work visa.'),
  maritalLetter: yesNo('Letter of marital status; a copy of the marriage book if married.'),
  familyConsent: yesNo('Consent of spouse, parent or guardian, known to the village head.'),
  competenceCertificate: yesNo('Certificate of competence.'),
  healthCertificate: yesNo('Certificate of health from a medical and psychological check.'),
  placementAgreement: yesNo('Placement agreement, signed.'),
  workContract: yesNo('Work contract, signed.'),
  insuranceCard: yesNo('Card of social security for migrant workers.'),
  identityCard: yesNo('Identity card (KTP).'),
  familyCard: yesNo('Family card (KK).'),
  seafarerBook: yesNo('Seafarer book.'),
  seaCompetence: yesNo('Certificate of competence or basic safety for sea.'),
  heirLetter: yesNo('Letter of heirs.'),
  deathLetter: yesNo('Letter of death, or letter that the person is missing at sea.'),
  bankBook: yesNo('Bank book of the person or the heir.'),
  policeReport: yesNo('A police report exists.'),
  medicalReport: yesNo('A medical report exists.'),
})

export const departureFacts = group(
  'Stopped or failed departure, and placement facts that case types read.',
  {
    stoppedAtBorder: yesNo('Departure was deferred or refused by an officer.'),
    failed: yesNo('Departure failed.'),
    failedOn: date('When it failed.'),
    ownFault: yesNo('It failed through the candidate’s own fault.'),
    byPlacementActor: yesNo('It failed because of the placement actor.'),
    byGovernmentPolicy: yesNo('It failed because of a government policy.'),
    returnedTroubled: yesNo('Came home with unsolved problems.'),
    needsReintegration: yesNo('Needs help to live at home again.'),
    illegalPlacement: yesNo('Placed by a person or a body without permit.'),
    recruiterLied: yesNo('The recruiter lied about the job, pay or papers.'),
    forgedDocuments: yesNo('Papers were forged.'),
    dismissed: yesNo('Dismissed before the contract ended.'),
    dismissedOneSided: yesNo('Dismissed by the employer alone, without fault.'),
    organRemoval: yesNo('Organ taken or asked for.'),
    mailOrderBride: yesNo('Married off or sold as a bride.'),
    internship: yesNo('Went as a student or trainee and was made to work.'),
    costPaid: money('What was paid for the placement in all.'),
  },
)
