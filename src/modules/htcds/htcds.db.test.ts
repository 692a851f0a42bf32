import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { known } from '#src/domain/kernel/answer.ts'
import { CORE_FIELDS } from '#src/domain/htcds/model-data.ts'
import { EMPTY_RECORD, type HtcdsRecord } from '#src/domain/htcds/record.ts'
import { recordToJson } from '#src/domain/htcds/json.ts'
import { syntheticRecords } from '#src/domain/htcds/synthetic.fixture.ts'
import {
  addNewPerson,
  addNote,
  addTimelineEntry,
  createCase,
  readCase,
  recordConsent,
  UNKNOWN_ROLE_FIELDS,
} from '#src/modules/cases/index.ts'
import { blankPerson, NO_MARKS } from '#src/modules/people/index.ts'
import { runAs, type StaffActor } from '#src/platform/db/context.ts'
import { makeTestPlatform, type TestPlatform } from '../../../test/support/platform.ts'
import { forgetOldDrafts } from './forget-drafts.ts'
import {
  answerHtcdsImport,
  gatherHtcds,
  listHtcdsImports,
  previewHtcdsImport,
  readHtcdsFile,
  readHtcdsImport,
  startHtcdsImport,
  takeOverHtcds,
  undoHtcdsImport,
  type ExportQuestion,
} from './index.ts'

let world: TestPlatform
let boss: StaffActor
beforeAll(async () => {
  world = await makeTestPlatform()
  boss = await world.hire('jhb', ['supervisor'])
})
afterAll(() => world.close())

const POLICE = 'kind:police'
const question = (more: Partial<ExportQuestion> = {}): ExportQuestion => ({
  filter: 'org',
  type: 'TPPO',
  receiver: POLICE,
  layout: 'json',
  ...more,
})

async function uploaded(bytes: Uint8Array, actor = boss): Promise<string> {
  const file = await readHtcdsFile(bytes)
  if (file.kind !== 'content') throw new Error(file.why)
  return world.staff(actor, (ctx) =>
    startHtcdsImport(ctx, {
      content: file.content,
      format: file.format,
      bytes,
      source: 'Yayasan Contoh',
      certainty: 'possible',
    }),
  )
}

const jsonOf = (records: readonly HtcdsRecord[]): Uint8Array =>
  new TextEncoder().encode(JSON.stringify({ records: records.map(recordToJson), at: Math.random() }))

const SARI: HtcdsRecord = {
  ...EMPTY_RECORD,
  values: {
    prs_FirstName: 'Sari',
    prs_SecondName: 'Contoh',
    prs_Gender: 'Feminine',
    prs_Birthdate: '2011-02-03',
    prs_Citizenship: ['ID', 'MY'],
    prs_MobilePhone: '+447700900111',
    vic_TraffickingStatus: 'ActualVictimOfTrafficking',
    vic_TraffickingStatusDecisionMakingOrg: 'Police',
    vic_TypeOfExploitation: ['ForcedLabour', 'Other'],
    cas_Status: 'Closed',
    con_Consent: true,
  },
  others: { vic_TypeOfExploitation: ['Penipuan daring'] },
  repeats: [{ hte_Type: 'Transit', hte_City: 'Batam', hte_Date: '2026-01-05' }],
}

async function takenOver(records: readonly HtcdsRecord[]) {
  const id = await uploaded(jsonOf(records))
  const { row, reading } = await world.staff(boss, (ctx) => previewHtcdsImport(ctx, id))
  expect(reading).toMatchObject({ kind: 'read', faults: [] })
  const codes = await world.staff(boss, (ctx) => takeOverHtcds(ctx, id, row.version))
  return { id, codes }
}

async function sayYes(code: string, items: readonly string[]): Promise<void> {
  for (const item of items)
    await world.staff(boss, (ctx) =>
      recordConsent(ctx, {
        code,
        item,
        readerKind: 'police',
        answer: 'yes',
        givenBy: 'self',
        how: 'spoken',
        language: 'id',
      }),
    )
}
const ALL_ITEMS = [
  'that-i-reported',
  'name',
  'contact',
  'birth-date',
  'whereabouts',
  'story',
  'needs',
  'employer-and-chain',
  'documents',
  'legal',
  'family',
]

describe('taking over a file of HTCDS', () => {
  it('makes cases through the ordinary door, and keeps a status of a victim as told', async () => {
    const { codes } = await takenOver([SARI])
    const file = await world.staff(boss, (ctx) => readCase(ctx, codes[0]!, 'work'))
    expect(file.row).toMatchObject({ state: 'open', urgency: 'sedang', touches_child: true })
    expect(file.row.case_types).toEqual(['TPPO', 'FORCED_LABOUR'])
    expect(file.persons[0]?.person?.facts).toMatchObject({
      names: ['Sari Contoh'],
      numbers: ['+447700900111'],
    })
    expect(file.timeline[0]).toMatchObject({ source_kind: 'organisation', certainty: 'possible' })
    expect(file.timeline[0]?.words?.text).toContain('Trafficking Status: Actual Victim Of Trafficking')
    expect(file.timeline[0]?.words?.text).toContain('Penipuan daring')
    expect(file.timeline[1]?.words).toMatchObject({ date: '2026-01-05', text: 'Transit, Batam' })
    // A checkbox of another body opens nothing here, and no screening was made of it.
    expect(file.consents).toEqual([])
    expect(await world.root('select 1 from app.screenings where case_id = $1', [file.row.id])).toEqual([])
  })

  it('takes over nothing while one value is wrong, and says where', async () => {
    const before = await world.root('select count(*) from app.cases')
    const bytes = new TextEncoder().encode(
      'prs_FirstName,prs_Birthdate,con_Consent\nSari,1990-01-02,TRUE\nBudi,03/04/2019,TRUE\n',
    )
    const id = await uploaded(bytes)
    const { row, reading } = await world.staff(boss, (ctx) => previewHtcdsImport(ctx, id))
    expect(reading).toMatchObject({ faults: [{ row: 3, column: 'B', code: 'date.ambiguous' }] })
    await expect(world.staff(boss, (ctx) => takeOverHtcds(ctx, id, row.version))).rejects.toMatchObject({
      code: 'htcds.not-readable',
    })
    expect(await world.root('select count(*) from app.cases')).toEqual(before)
    await world.staff(boss, (ctx) => answerHtcdsImport(ctx, id, { trueRow: '', dateOrder: 'day-first' }))
    await expect(world.staff(boss, (ctx) => takeOverHtcds(ctx, id, row.version))).rejects.toMatchObject({
      code: 'htcds.changed',
    })
    const codes = await world.staff(boss, (ctx) => takeOverHtcds(ctx, id, row.version + 1))
    expect(codes).toHaveLength(2)
  })

  it('does not take the same file over twice', async () => {
    const bytes = jsonOf([SARI])
    const id = await uploaded(bytes)
    await world.staff(boss, (ctx) => takeOverHtcds(ctx, id, 1))
    await expect(uploaded(bytes)).rejects.toMatchObject({ code: 'htcds.taken-over-already' })
  })

  it('keeps a draft from everybody but its officer, in clear from all', async () => {
    const id = await uploaded(jsonOf([SARI]))
    const other = await world.hire('jhb', ['supervisor'])
    for (const actor of [other, await world.as('supervisor', 'hkg'), await world.as('caseworker', 'jhb')])
      await expect(world.staff(actor, (ctx) => previewHtcdsImport(ctx, id))).rejects.toMatchObject({
        code: 'htcds.not-found',
      })
    const [row] = await world.root('select cells_sealed from app.htcds_imports where id = $1', [id])
    expect((row!['cells_sealed'] as Buffer).toString('latin1')).not.toContain('Sari')
  })

  it('throws a forgotten draft away after a week', async () => {
    const officer = await world.hire('hkg', ['supervisor'])
    const id = await uploaded(jsonOf([SARI]), officer)
    const start = world.time.now
    world.time.advance(8 * 86_400_000)
    await runAs(world.platform, { kind: 'job', name: 'htcds.drafts' }, forgetOldDrafts)
    expect(await world.root('select 1 from app.htcds_imports where id = $1', [id])).toEqual([])
    world.time.now = start
  })
})

describe('taking it back', () => {
  it('takes every case away while nobody has worked on one, and destroys the keys', async () => {
    const { id, codes } = await takenOver([SARI, { ...SARI, values: { prs_FirstName: 'Budi' } }])
    const [row] = await world.root('select id, key_id from app.cases where code = $1', [codes[0]])
    world.time.advance(60_000)
    await world.staff(boss, (ctx) => undoHtcdsImport(ctx, id))
    await expect(world.staff(boss, (ctx) => readCase(ctx, codes[0]!, 'work'))).rejects.toMatchObject({
      code: 'case.not-found',
    })
    expect(await world.root('select wrapped from app.data_keys where id = $1', [row?.['key_id']])).toEqual([
      { wrapped: null },
    ])
    const { row: after } = await world.staff(boss, (ctx) => readHtcdsImport(ctx, id))
    expect(after.state).toBe('undone')
    const verbs = await world.root('select verb from app.journal where subject_id = $1 order by created_at', [
      id,
    ])
    expect(verbs.map((each) => each['verb'])).toEqual(['htcds.uploaded', 'htcds.imported', 'htcds.undone'])
  })

  it('refuses once anybody has worked on one of the cases', async () => {
    const { id, codes } = await takenOver([SARI])
    world.time.advance(60_000)
    await world.staff(boss, (ctx) =>
      addNote(ctx, { code: codes[0]!, noteClass: 'general', text: 'Sudah ditelepon.' }),
    )
    await expect(world.staff(boss, (ctx) => undoHtcdsImport(ctx, id))).rejects.toMatchObject({
      code: 'htcds.touched',
    })
    await world.staff(boss, (ctx) => readCase(ctx, codes[0]!, 'work'))
  })

  it('is not for a caseworker and not for another body', async () => {
    const { id } = await takenOver([SARI])
    for (const actor of [await world.as('caseworker', 'jhb'), await world.as('supervisor', 'hkg')])
      await expect(world.staff(actor, (ctx) => undoHtcdsImport(ctx, id))).rejects.toMatchObject({
        code: 'htcds.not-found',
      })
  })

  it('shows the imports of the own body as a list', async () => {
    const rows = await world.staff(boss, (ctx) => listHtcdsImports(ctx))
    expect(rows.length).toBeGreaterThan(3)
  })
})

describe('what goes out', () => {
  it('holds only persons who said yes to this receiver, and of them only what they opened', async () => {
    const officer = await world.hire('ngo', ['supervisor'])
    const made = await world.staff(officer, async (ctx) => {
      const { code } = await createCase(ctx, {
        urgency: 'tinggi',
        types: ['TPPO', 'SCAM_COMPOUND', 'CONFINEMENT', 'UNPAID_WAGES'],
        country: 'MM',
        district: null,
        phase: 'during',
        touchesChild: false,
        summary: '',
      })
      await addNewPerson(ctx, {
        code,
        roles: ['concerned'],
        fields: UNKNOWN_ROLE_FIELDS,
        facts: { ...blankPerson(['Sutinah', 'Tina']), born: known('1994' as never) },
        marks: { ...NO_MARKS, sex: 'female', nationality: 'ID' },
      })
      await addTimelineEntry(ctx, {
        code,
        date: '2026-03~',
        dateWords: '',
        text: 'Dibawa ke kompleks.',
        source: 'concerned-person',
        certainty: 'likely',
      })
      return code
    })
    const none = await world.staff(officer, (ctx) => gatherHtcds(ctx, question(), 'look'))
    expect(none).toMatchObject({ records: [], closed: 1 })
    for (const item of ['that-i-reported', 'name', 'story'])
      await world.staff(officer, (ctx) =>
        recordConsent(ctx, {
          code: made,
          item,
          readerKind: 'police',
          answer: 'yes',
          givenBy: 'self',
          how: 'spoken',
          language: 'id',
        }),
      )
    const some = await world.staff(officer, (ctx) => gatherHtcds(ctx, question(), 'download'))
    expect(some.records).toHaveLength(1)
    const { record, losses } = some.records[0]!
    expect(record.values).toMatchObject({
      prs_FirstName: 'Sutinah',
      prs_Gender: 'Feminine',
      vic_MethodsOfControl: ['Other'],
      vic_TypeOfExploitation: ['Other'],
      hte_Description: 'Dibawa ke kompleks.',
    })
    expect(record.extensions).toEqual(['x_RestrictsMovement', 'x_ForcedCriminality'])
    expect(Object.keys(record.values)).not.toContain('prs_Birthdate')
    const codes = losses.map(({ code }) => code)
    for (const code of [
      'restricts-movement',
      'forced-criminality',
      'several-names',
      'case-types',
      'consent-answers',
    ])
      expect(codes).toContain(code)
    const audits = await world.root(
      `select verb from app.audit_log where actor_id = $1 and verb in ('htcds.exported', 'case.opened')`,
      [officer.staffId],
    )
    expect(audits.map((each) => each['verb'])).toContain('htcds.exported')
    const toNgo = await world.staff(officer, (ctx) =>
      gatherHtcds(ctx, question({ receiver: 'kind:organisation' }), 'look'),
    )
    expect(toNgo.records).toEqual([])
  })

  it('goes to no body without an agreement, to no authority abroad, to nobody unknown', async () => {
    const to = (receiver: string) =>
      world.staff(boss, (ctx) => gatherHtcds(ctx, question({ receiver }), 'download'))
    await expect(to(world.orgs.ngo)).rejects.toMatchObject({ code: 'sharing.agreement-missing' })
    for (const receiver of ['kind:foreign-authority', 'kind:family', boss.orgId, 'siapa'])
      await expect(to(receiver)).rejects.toMatchObject({ problems: [{ path: 'receiver' }] })
  })

  it('comes back through every layout: each core field of an imported record equal or reported', async () => {
    const records = syntheticRecords(12)
    const officer = await world.hire('kemlu', ['supervisor'])
    const keep = boss
    boss = officer
    const { codes } = await takenOver(records)
    for (const code of codes) await sayYes(code, ALL_ITEMS)
    boss = keep
    const out = await world.staff(officer, (ctx) => gatherHtcds(ctx, question(), 'download'))
    expect(out.records).toHaveLength(12)
    const silent: string[] = []
    for (const [at, code] of codes.entries()) {
      const got = out.records.find((each) => each.code === code)!
      for (const field of CORE_FIELDS.filter((each) => records[at]!.values[each] !== undefined)) {
        const same = JSON.stringify(records[at]!.values[field]) === JSON.stringify(got.record.values[field])
        if (!same && !got.losses.some((loss) => loss.field === field)) silent.push(`${at} ${field}`)
      }
    }
    expect(silent).toEqual([])
  }, 30_000)
})
