import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { known } from '#src/domain/kernel/answer.ts'
import { INDICATOR_NAMES } from '#src/domain/rulebook/facts/indicator-names.ts'
import type { Proof } from '#src/domain/screening/sheet.ts'
import { runAs, type StaffActor } from '#src/platform/db/context.ts'
import { addNewPerson, createCase, protectCase, UNKNOWN_ROLE_FIELDS } from '#src/modules/cases/index.ts'
import { blankPerson, NO_MARKS, type PersonFacts } from '#src/modules/people/index.ts'
import { makeTestPlatform, type TestPlatform } from '../../../test/support/platform.ts'
import {
  addProofs,
  answerScreening,
  concludeScreening,
  giveSecondOpinion,
  listOpenScreenings,
  readScreening,
  startScreening,
} from './index.ts'

let world: TestPlatform
let rini: StaffActor
let andika: StaffActor
beforeAll(async () => {
  world = await makeTestPlatform()
  rini = await world.hire('jhb', ['caseworker'])
  andika = await world.hire('jhb', ['caseworker'])
})
afterAll(() => world.close())

type At = { readonly code: string; readonly personId: string }

async function aPerson(facts: Partial<PersonFacts> = {}, actor = rini): Promise<At> {
  return world.staff(actor, async (ctx) => {
    const { code } = await createCase(ctx, {
      urgency: 'tinggi',
      types: ['TPPO'],
      country: 'MY',
      district: null,
      phase: 'during',
      touchesChild: false,
      summary: 'Saya dikunci kalau mereka pergi.',
    })
    const personId = await addNewPerson(ctx, {
      code,
      roles: ['concerned'],
      fields: UNKNOWN_ROLE_FIELDS,
      facts: { ...blankPerson(['Sutinah']), born: known('1994' as never), ...facts },
      marks: NO_MARKS,
    })
    return { code, personId }
  })
}

const told = (path: string, words: string, side: Proof['side'] = 'for'): Proof => ({
  path,
  side,
  words,
  source: { kind: 'told', by: 'Wawancara 18 November' },
})
const YES = ['elements.act.recruitment', 'elements.means.fraud', 'elements.purpose.forcedLabour']
const seen = async (actor: StaffActor, at: At) => world.staff(actor, (ctx) => readScreening(ctx, at))
const version = async (at: At) => ({ ...at, version: (await seen(rini, at)).round!.version })
const OPINION = { outcome: 'yes', reason: 'Ketiga unsur punya bukti.' }

async function answered(at: At, answers: Readonly<Record<string, string>>): Promise<void> {
  const now = await version(at)
  await world.staff(rini, (ctx) => answerScreening(ctx, now, { answers, happened: '' }))
}

/** Started and answered with three elements and their sentences. */
async function fullSheet(facts: Partial<PersonFacts> = {}): Promise<At> {
  const at = await aPerson(facts)
  await world.staff(rini, (ctx) => startScreening(ctx, at))
  await answered(at, Object.fromEntries(YES.map((path) => [path, 'yes'])))
  const now = await version(at)
  await world.staff(rini, (ctx) =>
    addProofs(
      ctx,
      now,
      YES.map((path) => told(path, `Kalimat untuk ${path}.`)),
    ),
  )
  return at
}

async function concluded(outcome = 'yes'): Promise<At> {
  const at = await fullSheet()
  const now = await version(at)
  await world.staff(rini, (ctx) => concludeScreening(ctx, now, { ...OPINION, outcome }))
  return at
}

describe('the sheet of a screening', () => {
  it('starts with nothing answered, and the system says what it does not know', async () => {
    const at = await aPerson()
    expect((await seen(rini, at)).round).toBeUndefined()
    await world.staff(rini, (ctx) => startScreening(ctx, at))
    const view = await seen(rini, at)
    expect(view.round).toMatchObject({ round: 1, state: 'answering', outcome_agreed: null })
    expect(view.proposal.answer).toBe('not-enough-facts')
    expect(view.proposal.missing).toContain('elements.act')
    expect(view.may).toEqual(['answer', 'conclude', 'leave-unclear'])
  })

  it('keeps answers sealed, step by step, with the sentences for and against', async () => {
    const at = await fullSheet()
    const now = await version(at)
    await world.staff(rini, (ctx) =>
      addProofs(ctx, now, [told('elements.means.fraud', 'Gaji dikirim ke adiknya.', 'against')]),
    )
    const view = await seen(rini, at)
    expect(view.proposal.answer).toBe('yes')
    expect(view.proposal.confirmBy).toEqual(['screener', 'second-screener'])
    expect(view.sheet.proofs.map((proof) => proof.side)).toEqual(['for', 'for', 'for', 'against'])
    const fraud = view.proposal.fired.find((entry) => entry.rule === 'uu21.means')
    expect(fraud?.facts[0]).toMatchObject({ contrary: ['Gaji dikirim ke adiknya.'] })
    const raw = await world.root('select sealed from app.screening_answers')
    expect(raw.length).toBeGreaterThan(2)
    expect(raw.map((row) => (row['sealed'] as Buffer).toString('latin1')).join()).not.toContain('Gaji')
  })

  it('refuses what it does not know, and the version that somebody else has changed', async () => {
    const at = await fullSheet()
    const old = await version(at)
    const answer = (answers: Record<string, string>, happened = '') =>
      world.staff(rini, (ctx) => answerScreening(ctx, old, { answers, happened }))
    await expect(answer({ 'elements.act.everything': 'yes' })).rejects.toMatchObject({
      problems: [{ path: 'elements.act.everything', code: 'answer.unknown' }],
    })
    await expect(answer({}, '31 Februari')).rejects.toMatchObject({ problems: [{ path: 'happened' }] })
    await answer({ 'elements.means.confinement': 'unknown' }, '2019-04~')
    await expect(answer({ 'elements.means.confinement': 'no' })).rejects.toMatchObject({
      code: 'screening.changed-meanwhile',
    })
    expect((await seen(rini, at)).sheet).toMatchObject({ happened: '2019-04~' })
  })

  it('never lets consent or payment lower the proposal', async () => {
    const at = await fullSheet()
    await answered(at, { 'elements.consented': 'yes', 'elements.paid': 'yes' })
    const { proposal } = await seen(rini, at)
    expect(proposal.answer).toBe('yes')
    expect(proposal.fired.map((entry) => entry.rule)).toContain('uu21.consent-no-defence')
  })

  it('shows both readings of the law for a child', async () => {
    const at = await aPerson({ born: known('2012' as never) })
    await world.staff(rini, (ctx) => startScreening(ctx, at))
    await answered(at, { [YES[0]!]: 'yes', [YES[2]!]: 'yes' })
    const { proposal } = await seen(rini, at)
    expect(proposal.answer).toBe('yes')
    expect(proposal.fired.map((entry) => entry.rule)).toContain('palermo.child-without-means')
    expect(proposal.against.map((entry) => entry.rule)).toContain('uu21.child-means-not-lifted')
  })
})

describe('the two opinions', () => {
  it('need a reason, and evidence for every yes', async () => {
    const at = await aPerson()
    await world.staff(rini, (ctx) => startScreening(ctx, at))
    await answered(at, { [YES[0]!]: 'yes' })
    const now = await version(at)
    const first = (given: { outcome: string; reason: string }) =>
      world.staff(rini, (ctx) => concludeScreening(ctx, now, given))
    await expect(first({ outcome: 'yes', reason: '' })).rejects.toMatchObject({
      missing: ['reason-given', 'yes-has-evidence'],
    })
    await expect(first({ outcome: 'victim', reason: 'x' })).rejects.toMatchObject({
      problems: [{ path: 'outcome', code: 'outcome.missing' }],
    })
  })

  it('make a yes only when another person agrees after reading the evidence', async () => {
    const at = await concluded()
    const now = await version(at)
    expect(await seen(rini, at)).toMatchObject({ may: [], round: { outcome_agreed: null } })
    const second = (actor: StaffActor, evidence: 'read' | 'not-read') =>
      world.staff(actor, (ctx) => giveSecondOpinion(ctx, now, { ...OPINION, evidence }))
    await expect(second(rini, 'read')).rejects.toMatchObject({ code: 'screening.not-yours' })
    await expect(second(andika, 'not-read')).rejects.toMatchObject({ missing: ['evidence-read'] })
    await second(andika, 'read')
    const view = await seen(andika, at)
    expect(view.round).toMatchObject({ state: 'agreed', outcome_agreed: 'yes' })
    expect([view.first?.outcome, view.second?.outcome]).toEqual(['yes', 'yes'])
    expect(view.round?.rulebook_version).toMatch(/^[0-9a-f]{12}$/)
  })

  it('stay side by side when they differ: unclear, and it goes on in a new round with what is known', async () => {
    const at = await concluded()
    const now = await version(at)
    await world.staff(andika, (ctx) =>
      giveSecondOpinion(ctx, now, { outcome: 'no', reason: 'Ia bebas keluar.', evidence: 'read' }),
    )
    expect((await seen(rini, at)).round).toMatchObject({ state: 'not-agreed', outcome_agreed: 'unclear' })
    await world.staff(andika, (ctx) => startScreening(ctx, at))
    const again = await seen(rini, at)
    expect(again.rounds.map((each) => [each.round, each.state])).toEqual([
      [2, 'answering'],
      [1, 'not-agreed'],
    ])
    expect(again.sheet.answers[YES[0]!]).toBe('yes')
    const old = await world.staff(rini, (ctx) => readScreening(ctx, { ...at, round: 1 }))
    expect([old.first?.reason, old.second?.reason]).toEqual(['Ketiga unsur punya bukti.', 'Ia bebas keluar.'])
    expect(old.may).toEqual([])
  })

  it('leave it unclear at once when the first cannot tell', async () => {
    const at = await concluded('unclear')
    expect((await seen(rini, at)).round).toMatchObject({ state: 'unclear', outcome_agreed: 'unclear' })
    await expect(
      world.staff(andika, (ctx) =>
        giveSecondOpinion(ctx, { ...at, version: 4 }, { ...OPINION, evidence: 'read' }),
      ),
    ).rejects.toMatchObject({ code: 'screening.not-from-this-state' })
  })

  it('write each step into the journal without a word of the story', async () => {
    await concluded()
    const verbs = await world.root(`select distinct verb from app.journal where verb like 'screening.%'`)
    expect(verbs.map((row) => row['verb'])).toEqual(
      expect.arrayContaining(['screening.started', 'screening.answered', 'screening.concluded']),
    )
  })
})

describe('who may screen', () => {
  it('is the own body: another one finds nothing, also not its list', async () => {
    const at = await concluded()
    const other = await world.as('caseworker', 'hkg')
    await expect(world.staff(other, (ctx) => readScreening(ctx, at))).rejects.toMatchObject({
      code: 'case.not-found',
    })
    expect(await world.staff(other, listOpenScreenings)).toEqual([])
    const mine = await world.staff(andika, listOpenScreenings)
    expect(mine.find((each) => each.code === at.code)).toMatchObject({
      state: 'second-opinion',
      forMe: 'mine',
      person: 'Sutinah',
    })
    expect((await world.staff(rini, listOpenScreenings)).find((each) => each.code === at.code)?.forMe).toBe(
      'not-mine',
    )
  })

  it('is nobody else in a protected case', async () => {
    const at = await concluded()
    const boss = await world.hire('jhb', ['supervisor'])
    await world.staff(boss, async (ctx) => {
      const { round, file } = await readScreening(ctx, at)
      expect(round).toBeDefined()
      await protectCase(ctx, { code: at.code, version: file.row.version, because: 'insider', readers: [] })
    })
    await expect(seen(andika, at)).rejects.toMatchObject({ code: 'case.not-found' })
    expect((await world.staff(andika, listOpenScreenings)).some((each) => each.code === at.code)).toBe(false)
  })

  it('reads for a restricted reader, and writes nothing', async () => {
    const at = await aPerson()
    const reader = await world.as('restricted-reader-care', 'jhb')
    await expect(world.staff(reader, (ctx) => startScreening(ctx, at))).rejects.toThrow(/row-level security/)
    await world.staff(rini, (ctx) => startScreening(ctx, at))
    expect((await seen(reader, at)).round?.round).toBe(1)
  })
})

describe('no verdict over several persons', () => {
  it('is refused by the database in one statement and in a loop', async () => {
    const one = await fullSheet()
    const two = await fullSheet()
    const both = [await version(one), await version(two)]
    const batch = runAs(world.platform, rini, (ctx) =>
      ctx.tx
        .updateTable('app.screenings')
        .set({
          state: 'unclear',
          first_screener: rini.staffId,
          first_outcome: 'unclear',
          first_at: ctx.now,
          first_sealed: Buffer.from('x'),
          outcome_agreed: 'unclear',
        })
        .where('state', '=', 'answering')
        .execute(),
    )
    await expect(batch).rejects.toThrow(/one person at a time/)
    const loop = world.staff(rini, async (ctx) => {
      for (const at of both) await concludeScreening(ctx, at, OPINION)
    })
    await expect(loop).rejects.toThrow(/one person at a time/)
    expect((await seen(rini, one)).round?.state).toBe('answering')
  })

  it('keeps an ended round, and every opinion under the name of its giver', async () => {
    const at = await concluded()
    const set = (values: Record<string, unknown>, actor = andika) =>
      runAs(world.platform, actor, (ctx) =>
        ctx.tx.updateTable('app.screenings').set(values).where('person_id', '=', at.personId).execute(),
      )
    await expect(set({ first_outcome: 'no' })).rejects.toThrow(/first opinion stays/)
    const forged = {
      state: 'agreed',
      second_outcome: 'yes',
      second_sealed: Buffer.from('x'),
      outcome_agreed: 'yes',
    }
    await expect(set({ ...forged, second_screener: rini.staffId })).rejects.toThrow(
      /row-level|check constraint/,
    )
    const someone = await world.hire('jhb', ['caseworker'])
    for (const forger of [rini, andika])
      await expect(set({ ...forged, second_screener: someone.staffId }, forger)).rejects.toThrow(
        /row-level security/,
      )
    await expect(set({ ...forged, outcome_agreed: 'no', second_screener: andika.staffId })).rejects.toThrow(
      /check constraint/,
    )
  })

  it('has one sheet of 67 indicators for each person and none for a group', () => {
    expect(Object.values(INDICATOR_NAMES).flat()).toHaveLength(67)
  })
})
