/** The fee claim of a case. */
import type { Route } from '#src/web/http.ts'
import type { StaffFrame } from '#src/web/ui/staff/frame.ts'
import { workplaceOptions } from '../../casework.ts'
import { claimRoutes } from '../klaim/claim-handlers.ts'
import { claimWords } from '../klaim/claim-words.ts'
import { costFacts, costFieldOf, costFirst, costProblems, isCostField } from './cost-facts.ts'
import { costFound } from './cost-found.ts'
import { CostPage } from './cost-page.tsx'

export const costRoutes: readonly Route[] = claimRoutes({
  question: 'placement-cost',
  path: '/biaya',
  isField: isCostField,
  first: costFirst,
  facts: costFacts,
  fieldOf: costFieldOf,
  offered: () => ({}),
  more: costProblems,
  labelOf: fieldWords,
  draw: (frame, view, { values, today }) => {
    const found = costFound(values, today)
    const more = {
      values,
      words: claimWords(frame, 'placement-cost'),
      countries: workplaceOptions(frame.lang),
    }
    return <CostPage frame={frame} view={{ ...view, ...more, ...(found && { found }) }} />
  },
})

function fieldWords(frame: StaffFrame, field: string): string {
  const words = frame.t.kerjaKlaim.biaya
  const labels: Readonly<Record<string, string>> = {
    negara: words.country,
    pekerjaan: words.occupation,
    kembali: words.refunded,
    utang: words.loan,
    cicilan: words.monthly,
    'lama-cicil': words.months,
    'lama-kontrak': words.contractMonths,
    agunan: words.collateral,
    gaji: words.pay,
    'uang-kembali': words.currency,
    'uang-utang': words.currency,
    'uang-gaji': words.currency,
    jenis: words.kind,
    jumlah: words.amount,
    uang: words.currency,
    tanggal: words.on,
    oleh: words.by,
    bayar: words.paid,
    bukti: words.receipt,
    ditanggung: words.borne,
  }
  const [, part = field, line] = /^(.*)-(\d+)$/.exec(field) ?? []
  return line === undefined
    ? (labels[field] ?? field)
    : `${words.item(Number(line))}: ${labels[part] ?? part}`
}
