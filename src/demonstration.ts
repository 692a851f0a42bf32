import { ConfigError } from '#src/config.ts'
import { holdsDemonstration, loadDemonstration, readDemoGuide } from '#src/modules/demo/index.ts'
import type { Platform } from '#src/platform/platform.ts'

const say = (line: string): void => void process.stdout.write(`${line}\n`)

/** Stores the demonstration in an empty database; in production refuses a database that holds one. Throws ConfigError. */
export async function prepareDemonstration(platform: Platform): Promise<void> {
  if (platform.config.demo) {
    await loadDemonstration(platform, say)
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
  const guide = platform.config.demo ? await readDemoGuide(platform) : undefined
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
