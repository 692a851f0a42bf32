import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { StaffActor } from '#src/platform/db/context.ts'
import { runAs } from '#src/platform/db/context.ts'
import { InvalidInputError, StaleVersionError } from '#src/platform/errors.ts'
import { loadAgreementFile, type AgreementRecord } from '#src/platform/law/agreement-files.ts'
import { makeTestPlatform, type TestPlatform } from '../../../test/support/platform.ts'
import {
  addItem,
  bringInAgreements,
  createAgreement,
  decideProposal,
  editAgreement,
  editItem,
  exportAgreements,
  listAgreements,
  listPublicAgreements,
  loadAgreements,
  moveAgreement,
  proposalOf,
  readAgreement,
  readCalendar,
  strikeItem,
  type GivenFacts,
} from './index.ts'

const FACTS: GivenFacts = {
  titleId: 'Nota kesepahaman contoh',
  titleEn: '',
  type: 'memorandum',
  states: ['ID', 'MY'],
  bodies: [],
  subjects: ['training'],
  purposes: ['welfare'],
  aimId: '',
  aimEn: '',
  instrument: '',
  form: 'training',
  field: 'unclear',
  model: 'unclear',
  citation: 'Catatan rapat contoh',
  url: '',
  confidence: 'unverified',
  noteId: '',
  noteEn: '',
  isPublic: false,
}
const SOURCE = { citation: 'Berita contoh', url: '', confidence: 'secondary' }
const DUTY = {
  whatId: 'Melatih petugas setiap tahun.',
  owedBy: 'both-parties',
  owedTo: 'both-parties',
  responsible: 'indonesia',
  checkOn: '2030-01-10',
  state: 'open',
  ...SOURCE,
}
const OCS = 'id-my-mou-2022'

describe('the tracker of agreements', () => {
  let world: TestPlatform
  let drafter: StaffActor
  let second: StaffActor
  let officer: StaffActor

  beforeAll(async () => {
    world = await makeTestPlatform()
    drafter = await world.hire('jhb', ['law-drafter'])
    second = await world.hire('hkg', ['law-drafter'])
    officer = await world.hire('jhb', ['caseworker'])
    await loadAgreements(world.platform)
  })
  afterAll(() => world.close())

  const open = (slug: string, who: StaffActor = drafter) =>
    world.staff(who, (ctx) => readAgreement(ctx, slug))
  const seen = async (slug: string) => ({ slug, version: (await open(slug)).version })
  const create = (facts: Partial<GivenFacts> = {}, to = 'talks') =>
    world.staff(drafter, (ctx) =>
      createAgreement(ctx, { ...FACTS, ...facts }, { to, on: '2025-03', reason: 'Rapat pertama.' }),
    )
  const bringIn = (agreements: readonly AgreementRecord[]) =>
    runAs(world.platform, { kind: 'keeper' }, (ctx) =>
      bringInAgreements(ctx, { agreements: [...agreements] }),
    )
  const delivered = (slug: string): AgreementRecord => {
    const found = loadAgreementFile().agreements.find(({ id }) => id === slug)
    if (found === undefined) throw new Error(slug)
    return found
  }

  it('brings the delivered agreements in once', async () => {
    expect(await loadAgreements(world.platform)).toEqual({ added: 0, changed: 0, proposed: 0 })
    const { total } = await world.staff(officer, (ctx) => listAgreements(ctx, {}, 0))
    expect(total).toBe(loadAgreementFile().agreements.length)
  })

  it('never takes the two places without an agreement for one', async () => {
    for (const state of ['HK', 'SG'])
      expect((await world.staff(officer, (ctx) => listAgreements(ctx, { state }, 0))).total).toBe(0)
  })

  it('tells the breach of the One Channel System as far as the sources go', async () => {
    const { stage, items } = await open(OCS, officer)
    expect(stage).toBe('signed')
    const breach = items.find(({ kind }) => kind === 'breach')
    expect(breach?.content).toMatchObject({
      noticed: null,
      protested: '2022-07-13',
      answered: '2022-07-18',
      mended: null,
    })
    expect(items.find(({ key }) => key === 'ocs')?.content).toMatchObject({ state: 'breached' })
  })

  it('lets everybody of the staff read and only drafters write', async () => {
    const slug = await create()
    expect((await open(slug, officer)).facts.titleId).toBe(FACTS.titleId)
    expect((await open(slug, second)).steps[0]?.by).toBeNull()
    const version = { slug, version: 1 }
    await expect(world.staff(officer, (ctx) => editAgreement(ctx, version, FACTS))).rejects.toThrow()
    await expect(world.staff(officer, (ctx) => addItem(ctx, slug, 'duty', DUTY))).rejects.toThrow()
    await expect(
      world.staff(officer, (ctx) => createAgreement(ctx, FACTS, { to: 'idea', on: '', reason: 'x' })),
    ).rejects.toThrow()
  })

  it('shows visitors what is open, its duties, and nothing of the log, the breaches, the costs and the notes', async () => {
    const hidden = await create()
    const visible = await create({ isPublic: true })
    await world.staff(drafter, (ctx) => addItem(ctx, visible, 'duty', { ...DUTY, note: 'Hanya untuk kita.' }))
    const found = await runAs(world.platform, { kind: 'public' }, (ctx) => listPublicAgreements(ctx))
    const slugs = found.map(({ slug }) => slug)
    expect(slugs).toContain(visible)
    expect(slugs).toContain(OCS)
    expect(slugs).not.toContain(hidden)
    expect(JSON.stringify(found)).not.toMatch(
      /Hanya untuk kita|Sistem Maid Online \(SMO\)|Pernyataan bersama/,
    )
    const asVisitor = (column: string) =>
      runAs(world.platform, { kind: 'public' }, (ctx) =>
        ctx.tx
          .selectFrom('app.agreement_items')
          .select(column as 'id')
          .execute(),
      )
    for (const column of ['note', 'content', 'due_on'])
      await expect(asVisitor(column)).rejects.toThrow(/permission denied/)
    expect(JSON.stringify(found)).not.toMatch(/responsible|checkOn/)
    const kinds = await runAs(world.platform, { kind: 'public' }, (ctx) =>
      ctx.tx.selectFrom('app.agreement_items').select('kind').distinct().execute(),
    )
    expect(kinds).toEqual([{ kind: 'duty' }])
  })

  it('moves a record only along its way, with a day and a reason, and keeps who and when', async () => {
    const slug = await create()
    const move = async (to: string, on: string, reason = 'Ditandatangani.') => {
      const at = await seen(slug)
      return world.staff(drafter, (ctx) => moveAgreement(ctx, at, { to, on, reason }))
    }
    await expect(move('in-force', '2025-06-01')).rejects.toThrow(InvalidInputError)
    await expect(move('signed', '2024-12-31')).rejects.toThrow(InvalidInputError)
    await move('signed', '2025-06-01')
    const { stage, steps } = await open(slug)
    expect(stage).toBe('signed')
    expect(steps.map(({ stage: at, on }) => [at, on])).toEqual([
      ['talks', '2025-03'],
      ['signed', '2025-06-01'],
    ])
    expect(steps[1]).toMatchObject({ reasonId: 'Ditandatangani.', key: null })
    expect(steps[1]?.by).not.toBeNull()
  })

  it('lets only the first of two editors write, and tells the second what stands there', async () => {
    const slug = await create()
    const both = await seen(slug)
    await world.staff(drafter, (ctx) => editAgreement(ctx, both, { ...FACTS, titleId: 'Judul pertama' }))
    const late = world.staff(second, (ctx) => editAgreement(ctx, both, { ...FACTS, titleId: 'Judul kedua' }))
    await expect(late).rejects.toThrow(StaleVersionError)
    await late.catch((error: StaleVersionError) =>
      expect(error.current).toMatchObject({ version: 2, facts: { titleId: 'Judul pertama' } }),
    )
    await expect(
      world.staff(second, (ctx) => moveAgreement(ctx, both, { to: 'signed', on: '', reason: 'x' })),
    ).rejects.toThrow(StaleVersionError)
    const id = await world.staff(drafter, (ctx) => addItem(ctx, slug, 'duty', DUTY))
    const item = { slug, id, version: 1 }
    await world.staff(second, (ctx) => editItem(ctx, item, { ...DUTY, state: 'kept' }))
    await expect(
      world.staff(drafter, (ctx) => editItem(ctx, item, { ...DUTY, state: 'open' })),
    ).rejects.toThrow(StaleVersionError)
    await expect(world.staff(drafter, (ctx) => strikeItem(ctx, item))).rejects.toThrow(StaleVersionError)
  })

  it('refuses an instrument and an article that the library does not have, and a statement as an agreement', async () => {
    const wrong = async (facts: Partial<GivenFacts>) =>
      create(facts).then(
        () => [],
        (error: InvalidInputError) => error.problems.map(({ path, code }) => `${path} ${code}`),
      )
    expect(await wrong({ instrument: 'id-xx-mou-1999' })).toEqual(['instrument instrument.unknown'])
    expect(await wrong({ instrument: 'id-hk-practice' })).toEqual(['instrument instrument.statement'])
    expect(await wrong({ states: ['ID', 'QQ'] })).toEqual(['states states.unknown'])
    expect(await wrong({ states: ['ID'], titleId: '', subjects: [] })).toEqual([
      'titleId text.missing',
      'states parties.missing',
      'subjects subjects.missing',
    ])
    const slug = await create({ instrument: 'id-jp-ssw', states: ['ID', 'JP'] })
    const add = (article: string) =>
      world.staff(drafter, (ctx) => addItem(ctx, slug, 'duty', { ...DUTY, article }))
    await expect(add('Pasal 99')).rejects.toThrow(InvalidInputError)
    await add('Pasal 1')
  })

  it('lets what nobody edited follow a newer delivery', async () => {
    const record = { ...delivered('id-kr-crew-mou'), citation: 'Sumber baru' }
    expect(await bringIn([record])).toEqual({ added: 0, changed: 1, proposed: 0 })
    expect((await open('id-kr-crew-mou')).facts.citation).toBe('Sumber baru')
  })

  it('keeps a local edit through an upgrade, proposes the newer text, and leaves the choice to a drafter', async () => {
    const before = await open(OCS)
    const rest = before.items.find(({ key }) => key === 'rest')!
    await world.staff(drafter, (ctx) =>
      editItem(
        ctx,
        { slug: OCS, id: rest.id, version: rest.version },
        { ...given(rest.content), state: 'kept' },
      ),
    )
    await world.staff(drafter, (ctx) => addItem(ctx, OCS, 'duty', DUTY))
    const record = delivered(OCS)
    const newer = {
      ...record,
      title: { ...record.title, id: 'MoU 2022 (judul baru)' },
      items: record.items.filter(({ key }) => key !== 'phone'),
    }
    expect(await bringIn([newer])).toEqual({ added: 0, changed: 0, proposed: 1 })
    expect(await bringIn([newer])).toEqual({ added: 0, changed: 0, proposed: 0 })
    const waiting = await open(OCS)
    expect(waiting.facts.titleId).toBe(record.title.id)
    expect(waiting.items.find(({ key }) => key === 'rest')?.content).toMatchObject({ state: 'kept' })
    expect(proposalOf(waiting)?.differences).toEqual(
      expect.arrayContaining([
        { path: 'title.id', here: record.title.id, delivered: 'MoU 2022 (judul baru)' },
        { path: 'items.rest.content.state', here: 'kept', delivered: 'unclear' },
      ]),
    )
    await world.staff(drafter, async (ctx) =>
      decideProposal(ctx, { slug: OCS, version: waiting.version }, 'keep'),
    )
    expect(await bringIn([newer])).toEqual({ added: 0, changed: 0, proposed: 0 })
    const third = { ...newer, title: { ...newer.title, id: 'MoU 2022 (judul ketiga)' } }
    expect(await bringIn([third])).toMatchObject({ proposed: 1 })
    const again = await seen(OCS)
    await world.staff(second, (ctx) => decideProposal(ctx, again, 'take'))
    const taken = await open(OCS)
    expect(taken.facts.titleId).toBe('MoU 2022 (judul ketiga)')
    expect(taken.proposed).toBeNull()
    expect(taken.items.find(({ key }) => key === 'rest')?.content).toMatchObject({ state: 'unclear' })
    expect(taken.items.find(({ key }) => key === 'phone')?.struck).toBe(true)
    expect(taken.items.filter(({ key }) => key === null)).toHaveLength(1)
    expect(await bringIn([third])).toEqual({ added: 0, changed: 0, proposed: 0 })
  })

  it('puts what is overdue first in the calendar, and leaves out what was struck', async () => {
    const slug = await create()
    const late = await world.staff(drafter, (ctx) =>
      addItem(ctx, slug, 'duty', { ...DUTY, checkOn: '2020-01-01' }),
    )
    const groups = async () => (await world.staff(officer, readCalendar)).groups
    expect((await groups()).overdue.map(({ id }) => id)).toEqual([late])
    expect(
      (await world.staff(officer, (ctx) => listAgreements(ctx, { due: 'overdue' }, 0))).lines.map(
        (each) => each.slug,
      ),
    ).toEqual([slug])
    await world.staff(drafter, (ctx) => strikeItem(ctx, { slug, id: late, version: 1 }))
    expect((await groups()).overdue).toEqual([])
  })

  it('exports the lines with their parts', async () => {
    const { lines, items } = await world.staff(officer, (ctx) => exportAgreements(ctx, { state: 'KR' }))
    expect(lines.map(({ slug }) => slug)).toEqual(['id-kr-crew-mou', 'id-kr-eps'])
    expect(items.filter(({ kind }) => kind === 'duty')).toHaveLength(3)
  })
})

function given(content: Readonly<Record<string, string | null>>): Record<string, string> {
  return Object.fromEntries(Object.entries(content).map(([name, value]) => [name, value ?? '']))
}
