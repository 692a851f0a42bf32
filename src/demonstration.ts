import { ConfigError } from '#src/config.ts'
import {
  holdsDemonstration,
  loadDemonstration,
  readDemoGuide,
  type DemoWords,
} from '#src/modules/demo/index.ts'
import { loadDemoTexts } from '#src/modules/clauses/index.ts'
import { loadDemoDesk } from '#src/modules/immigration/index.ts'
import { loadDemoMatches } from '#src/modules/matches/index.ts'
import { loadDemoHandOver } from '#src/modules/referrals/index.ts'
import { loadDemoAgreements } from '#src/modules/sharing/index.ts'
import { loadDemoOldList } from '#src/modules/imports/index.ts'
import { loadDemoLawText } from '#src/modules/law/index.ts'
import { loadDemoImport } from '#src/modules/htcds/index.ts'
import { loadDemoNetworks } from '#src/modules/networks/index.ts'
import { loadDemoTaskForce } from '#src/modules/task-force/index.ts'
import { loadDemoPartner } from '#src/modules/exchange/index.ts'
import { loadDemoList } from '#src/modules/companies/index.ts'
import type { Platform } from '#src/platform/platform.ts'
import { formatPartialDate } from '#src/texts/dates.ts'
import { oldListWords } from '#src/texts/old-list-words.ts'
import { textsFor } from '#src/texts/texts.ts'

const { need, intermediary } = textsFor('id').kerjaKode
const { through } = textsFor('id').kerjaRujukan.content
export const DEMO_WORDS: DemoWords = {
  need: (kind) => need[kind],
  intermediary: (kind) => intermediary[kind],
  date: (date) => formatPartialDate(date, 'id'),
  through,
}

const say = (line: string): void => void process.stdout.write(`${line}\n`)

/** Stores the demonstration in an empty database; in production refuses a database that holds one. Throws ConfigError. */
export async function prepareDemonstration(platform: Platform): Promise<void> {
  if (platform.config.demo) {
    await loadDemonstration({ platform, words: DEMO_WORDS }, say)
    await loadDemoList(platform)
    await loadDemoTexts(platform)
    await loadDemoLawText(platform)
    await loadDemoMatches(platform)
    await loadDemoNetworks(platform)
    await loadDemoOldList(platform, oldListWords())
    await loadDemoImport(platform)
    await loadDemoAgreements(platform)
    await loadDemoTaskForce(platform)
    await loadDemoDesk(platform)
    await loadDemoHandOver(platform)
    await loadDemoPartner(platform)
    return
  }
  if (platform.config.env === 'production' && (await holdsDemonstration(platform)))
    throw new ConfigError(
      'PAYUNG_ENV=production: this database holds the demonstration, whose sign-ins are known. Use an empty database.',
    )
}

const SHOWS = { 'in-work': 'sedang ditangani', closed: 'selesai', waiting: 'menunggu' } as const

/** How to look around: printed at each start of a demonstration, kept nowhere. */
export async function printDemonstration(platform: Platform, address: string): Promise<void> {
  const guide = platform.config.demo ? await readDemoGuide({ platform, words: DEMO_WORDS }) : undefined
  if (guide === undefined) return
  const width = Math.max(...guide.signIns.map((account) => account.name.length))
  say(`\nDemonstrasi: semua orang dan kasus di sini rekaan.`)
  for (const { code, shows } of guide.codes)
    say(`Kode contoh (${SHOWS[shows]}): ${code.words.join(' ')}; PIN ${code.pin}  ${address}/lacak`)
  say(`\nMasuk untuk petugas: ${address}/petugas`)
  say(`Kata sandi semua akun: ${guide.password}`)
  say(`Angka enam digit tanpa telepon: npx payung demo code <nama>`)
  for (const account of guide.signIns)
    say(`  ${account.name.padEnd(width)}  ${account.title.id}, ${account.body}`)
}
