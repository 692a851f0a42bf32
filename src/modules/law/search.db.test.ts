import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { runAs } from '#src/platform/db/context.ts'
import { shippedLawFiles, useLawFiles } from '#src/platform/law/law-source.ts'
import { makeTestPlatform, type TestPlatform } from '../../../test/support/platform.ts'
import { loadRelease, searchLaw, type LawQuestion } from './index.ts'

let world: TestPlatform
beforeAll(async () => {
  world = await makeTestPlatform()
  await loadRelease(world.platform)
})
afterAll(async () => {
  useLawFiles(shippedLawFiles())
  await world.close()
})

const ask = (words: string, more: Partial<LawQuestion> = {}) =>
  runAs(world.platform, { kind: 'public' }, (ctx) => searchLaw(ctx, { words, limit: 5, offset: 0, ...more }))

describe('what people type into the search of the law', () => {
  it.each([
    ['UU 18/2017', 'instrument:id-uu-18-2017'],
    ['UU 18 2017', 'instrument:id-uu-18-2017'],
    ['undang-undang no 18 tahun 2017', 'instrument:id-uu-18-2017'],
    ['uu 18/2017 pasal 30', 'article:id-uu-18-2017#Pasal 30'],
    ['Pasal 30 UU 18 tahun 2017', 'article:id-uu-18-2017#Pasal 30'],
    ['Pasal 30', 'article:id-uu-18-2017#Pasal 30'],
    ['UU PPMI', 'instrument:id-uu-18-2017'],
    ['UU TPPO', 'instrument:id-uu-21-2007'],
    ['TPPO', 'instrument:id-uu-21-2007'],
    ['perdagangan orang', 'instrument:id-uu-21-2007'],
    ['human trafficking', 'instrument:id-uu-21-2007'],
    ['ICRMW', 'instrument:un-icrmw-1990'],
    ['C189', 'instrument:ilo-c189'],
    ['konvensi ilo 189', 'instrument:ilo-c189'],
    ['VCCR', 'instrument:un-vccr-1963'],
    ['Hong Kong minimum wage', 'instrument:hk-mwo-cap608'],
    ['upah minimum hong kong', 'instrument:hk-mwo-cap608'],
    ['restitusi', 'instrument:id-pp-7-2018'],
    ['resitusi', 'instrument:id-pp-7-2018'],
    ['desa', 'instrument:id-uu-6-2014'],
    ['kekerasan seksual', 'instrument:id-uu-12-2022'],
    ['two week rule', 'instrument:hk-immigration-conditions'],
    ['Malaysia MoU', 'instrument:id-my-mou-2022'],
    ['meninggal', 'norm:id-uu18-27-death'],
    ['bpjs', 'instrument:id-permenaker-4-2023'],
  ])('answers "%s" with %s first', async (words, first) => {
    expect((await ask(words)).hits.map((hit) => hit.place)[0]).toBe(first)
  })

  it.each([
    ['paspor ditahan', 'passport'],
    ['withheld passport', 'passport'],
    ['majikan simpan paspor', 'passport'],
    ['gaji tidak dibayar', 'gaji|upah'],
    ['gajih tidak dibayar', 'gaji|upah'],
    ['biaya', 'biaya'],
    ['cuti', 'cuti'],
    ['libur mingguan', 'rest|libur'],
    ['rest day', 'rest|libur'],
    ['potong gaji', 'poton|denda|fee'],
    ['overcharging', 'biaya|fee|pungut'],
    ['pulang', 'pulang|home|return'],
    ['asuransi', 'asuransi|insurance'],
    ['usia minimal', 'umur|age'],
    ['ABK kapal', 'kapal|crew'],
    ['kontrak', 'kontrak|contract'],
    ['majikan pukul', 'kekerasan|violen|abuse|korban'],
  ])('finds for "%s" what speaks of %s', async (words, about) => {
    const { hits } = await ask(words)
    expect(hits.length).toBeGreaterThan(0)
    for (const hit of hits.slice(0, 2))
      expect(`${hit.place} ${hit.title_id} ${hit.body_id} ${hit.body_en}`.toLowerCase()).toMatch(
        new RegExp(about),
      )
  })

  it('says which words it read instead, and when nothing has all of them', async () => {
    expect((await ask('perdagangn orang')).how).toEqual({ read: 'perdagangan orang' })
    expect((await ask('agen nakal sekali')).how).toBe('some')
    expect(await ask('zzzxqy')).toMatchObject({ total: 0 })
    expect((await ask('%_\'"):*&|!<->')).hits).toBeDefined()
  })

  it('keeps the day, the State and the kind that were chosen', async () => {
    const places = async (more: Partial<LawQuestion>) =>
      (await ask('KUHP 455', { ...more, limit: 50 })).hits.map((hit) => hit.place)
    expect(await places({ inForceOn: '2026-01-01' })).not.toContain('article:id-uu-1-2023#Pasal 455')
    expect(await places({ inForceOn: '2026-01-02' })).toContain('article:id-uu-1-2023#Pasal 455')
    const { hits } = await ask('paspor', { state: 'KR', kind: 'norm' })
    expect(hits.every((hit) => hit.kind === 'norm' && hit.place.startsWith('norm:kr-'))).toBe(true)
  })

  it('puts what has ended behind what is in force, for one who asks in common words', async () => {
    const { hits } = await ask('paspor')
    const today = world.platform.clock()
    expect(hits.length).toBeGreaterThan(0)
    expect(hits.filter(({ valid_until: end }) => end !== null && new Date(end) <= today)).toEqual([])
  })

  it('uses the index of the words', async () => {
    const plan = await runAs(world.platform, { kind: 'public' }, async (ctx) => {
      // So few rows are read whole where nobody forbids it; the index must be able to serve.
      await sql`set local enable_seqscan = off`.execute(ctx.tx)
      const { rows } = await sql<{ 'QUERY PLAN': string }>`explain select place from app.law_index
        where words @@ (phraseto_tsquery('indonesian', 'upah') || phraseto_tsquery('simple', 'wage'))
          and words @@ phraseto_tsquery('english', 'minimum')`.execute(ctx.tx)
      return rows.map((row) => row['QUERY PLAN']).join('\n')
    })
    expect(plan).toContain('law_index_words_idx')
  })
})
