/**
 * Which fact supports which case type. One line is one way to a type; several lines are several ways. A pair is a
 * path and the values that support it; all pairs of a line must hold. What is unknown supports nothing and denies
 * nothing.
 */
import type { CaseType } from '../../cases/case-types.ts'

export type Condition = readonly [path: string, ...values: string[]]

export interface TypeRule {
  readonly type: CaseType
  readonly all: readonly Condition[]
}

const IRREGULAR = ['permit-expired', 'other-visa', 'no-papers'] as const
const HELD = ['employer', 'recruiter-or-agency', 'other-person'] as const
const what = (choice: string): Condition => ['situation.what', choice]
const yes = (path: string): Condition => [path, 'yes']
const no = (path: string): Condition => [path, 'no']
const atWork = (name: string) => yes(`indicators.coercionAtDestination.${name}`)
const atStart = (name: string) => yes(`indicators.coerciveRecruitment.${name}`)
const means = (name: string) => yes(`elements.means.${name}`)
const purpose = (name: string) => yes(`elements.purpose.${name}`)
const exploited = (name: string) => yes(`indicators.exploitation.${name}`)

export const TYPE_RULES: readonly TypeRule[] = [
  // Pay and cost
  ...ways('UNPAID_WAGES', [what('gaji')], [atWork('wagesWithheld')], [exploited('lowOrNoPay')]),
  ...ways(
    'UNDERPAID',
    [what('gaji')],
    [exploited('lowOrNoPay')],
    [exploited('payManipulated')],
    [yes('contract.deductions')],
  ),
  ...ways('OVERCHARGING', [what('utang')]),
  // Trafficking and its neighbours
  ...ways(
    'FORCED_LABOUR',
    [what('paksa')],
    [purpose('forcedLabour')],
    [purpose('slavery')],
    [atWork('forcedTasksOrClients')],
  ),
  ...ways('DEBT_BONDAGE', [atWork('debtBondage')], [atStart('debtBondage')], [means('debtBondage')]),
  ...ways(
    'PHYSICAL_ABUSE',
    [what('pukul')],
    [atWork('violence')],
    [atStart('violence')],
    [means('violence')],
    [yes('situation.hurtNow')],
    ['insurance.event', 'physical-violence'],
  ),
  ...ways(
    'SEXUAL_VIOLENCE',
    [what('tubuh')],
    [purpose('sexualExploitation')],
    [purpose('prostitution')],
    ['insurance.event', 'rape'],
  ),
  ...ways(
    'CONFINEMENT',
    [what('kunci')],
    [yes('situation.lockedIn')],
    [atWork('isolatedConfinedOrWatched')],
    [atStart('isolatedConfinedOrWatched')],
    [means('confinement')],
    [no('work.freeToLeave')],
  ),
  ...ways(
    'DOCS_WITHHELD',
    [what('paspor')],
    [['documents.passportHeldBy', ...HELD]],
    [atWork('documentsTaken')],
    [atStart('documentsTaken')],
  ),
  ...ways('NO_COMMUNICATION', [no('work.phoneAllowed')]),
  ...ways(
    'CONTRACT_BREACH',
    [what('tipu')],
    [yes('work.otherWorkThanAgreed')],
    [yes('work.severalEmployers')],
    [yes('contract.changedWithoutConsent')],
    [exploited('lawOrContractNotRespected')],
    ['insurance.event', 'placement-not-as-contract'],
  ),
  ...ways('EXCESS_HOURS', [exploited('excessiveHours')]),
  ...ways('SCAM_COMPOUND', [yes('situation.scamCompound')]),
  ...ways('ORGAN', [yes('departure.organRemoval')], [purpose('organs')]),
  ...ways('BRIDE', [yes('departure.mailOrderBride')]),
  ...ways('INTERNSHIP', [yes('departure.internship')], ['migration.placementWay', 'internship']),
  ...ways('SMUGGLING', [yes('migration.crossingWasOrganised')], [yes('migration.crossingWasPaid')]),
  // Lost, dead, held
  ...ways('MISSING', [yes('situation.lostContact')], ['situation.about', 'seeking-family']),
  ...ways('DEATH', [what('duka')], [yes('death.died')], ['insurance.event', 'death']),
  ...ways('REMAINS', [yes('death.died'), no('death.bodyHome')], ['death.familyChose', 'bring-home']),
  ...ways('DETENTION', [what('ditahan')], [yes('detention.detained')]),
  ...ways('CAPITAL', [yes('detention.deathPenalty')], [yes('detention.executionDateSet')]),
  ...ways('DEPORTATION', [yes('detention.deportation')]),
  ...ways('IMMIGRATION_STATUS', [['migration.documentStatus', ...IRREGULAR]]),
  // Before leaving
  ...ways(
    'ILLEGAL_PLACEMENT',
    [yes('departure.illegalPlacement')],
    ['migration.placementWay', 'by-individual'],
  ),
  ...ways(
    'RECRUITMENT_FRAUD',
    [what('tipu')],
    [yes('departure.recruiterLied')],
    [means('fraud')],
    [yes('indicators.deceptiveRecruitment.deceivedAboutJobPlaceOrEmployer')],
  ),
  ...ways('FAILED_DEPARTURE', [yes('departure.failed')], ['insurance.event', 'failed-departure']),
  ...ways('DEPARTURE_STOPPED', [yes('departure.stoppedAtBorder')]),
  ...ways(
    'DOC_FORGERY',
    [yes('departure.forgedDocuments')],
    [yes('documents.passportFalse')],
    [means('forgery')],
  ),
  // The person
  ...ways('CHILD', ['person.category', 'child']),
  ...ways(
    'FISHER',
    ['person.category', 'fisher'],
    ['person.category', 'seafarer'],
    ['work.sector', 'sea-fishing'],
    ['work.sector', 'shipping'],
  ),
  ...ways('FOREIGN_MIGRANT', ['person.category', 'foreigner'], [yes('person.asksForAsylum')]),
  ...ways(
    'PREGNANCY_CHILD',
    [yes('person.pregnant')],
    [yes('person.accompaniedByChild')],
    ['insurance.event', 'maternity'],
  ),
  ...ways(
    'MENTAL_HEALTH',
    [yes('health.mentalHealth')],
    [yes('health.traumatised')],
    [yes('situation.suicidalWords')],
  ),
  ...ways(
    'ILLNESS_INJURY',
    [what('sakit')],
    [yes('health.ill')],
    [yes('health.gravelyIll')],
    [yes('health.workAccident')],
    ['insurance.event', 'illness', 'work-accident', 'permanent-disability'],
  ),
  ...ways('STRANDED', [yes('situation.stranded')], [yes('situation.abandonedVessel')]),
  ...ways('EMERGENCY', [yes('situation.warOrDisaster')], [yes('situation.ransomAsked')]),
  ...ways('MASS_INCIDENT', [yes('situation.massIncident')]),
  ...ways('CRIME_VICTIM', [yes('situation.crimeVictim')]),
  ...ways('CRIME_SUSPECT', [yes('situation.crimeSuspect')], ['detention.kind', 'criminal']),
  ...ways('CITIZEN_DISPUTE', [yes('situation.disputeWithCitizen')]),
  // Home, and the rest
  ...ways(
    'RETURN_REQUEST',
    [what('pulang')],
    [yes('situation.wantsToGoHome')],
    ['situation.needs', 'return-home'],
  ),
  ...ways(
    'REINTEGRATION',
    [yes('departure.needsReintegration')],
    [yes('departure.returnedTroubled')],
    ['situation.needs', 'reintegration', 'livelihood'],
  ),
  ...ways(
    'DISMISSAL',
    [yes('departure.dismissed')],
    [yes('departure.dismissedOneSided')],
    ['insurance.event', 'one-sided-dismissal'],
  ),
  ...ways(
    'SOCIAL_SECURITY',
    ['situation.needs', 'social-security'],
    [
      [
        'insurance.event',
        'work-accident',
        'death',
        'permanent-disability',
        'rape',
        'physical-violence',
        'one-sided-dismissal',
        'placement-not-as-contract',
        'failed-departure',
        'failed-placement',
        'loss-on-way-home',
        'old-age',
        'legal-help',
      ],
    ],
  ),
  ...ways('DOC_SERVICE', [yes('situation.asksForDocument')], ['situation.needs', 'documents']),
  ...ways('INFO', [yes('situation.asksForInformation')]),
  ...ways('TIP', [yes('situation.isTip')]),
  ...ways('EMPLOYER_COMPLAINT', [yes('situation.byEmployer')], ['situation.reporter', 'employer']),
  ...ways('SERVICE_COMPLAINT', [yes('situation.complainsAboutService')]),
]

/** A way may be one condition, or a list of conditions that must all hold. */
function ways(type: CaseType, ...each: readonly (Condition | readonly Condition[])[]): readonly TypeRule[] {
  return each.map((way) => ({
    type,
    all: typeof way[0] === 'string' ? [way as Condition] : (way as readonly Condition[]),
  }))
}
