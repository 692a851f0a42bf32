/** What the refund letter is filled with: the costs that may not be charged and were paid, in one currency. */
import type { PlainDate } from '#src/domain/kernel/partial-date.ts'
import type { ClaimValues } from '#src/modules/cases/index.ts'
import type { Texts } from '#src/texts/texts.ts'
import { costFound } from './cost-found.ts'
import { costField } from './cost-facts.ts'

type Prefill = Readonly<Record<string, string>>

/** Empty when the sheet has nothing to ask back in that currency; without a currency, the first that has. */
export function refundForm(t: Texts, values: ClaimValues, today: PlainDate, currency?: string): Prefill {
  const found = costFound(values, today)
  if (found === undefined || typeof found.conclusion.answer === 'string') return {}
  const sums = found.conclusion.answer.refund.filter((each) => each.claim > 0)
  const sum = sums.find((each) => each.currency === currency) ?? sums[0]
  if (sum === undefined) return {}
  const lines = found.lines.filter(
    ({ judged }) =>
      judged.mayCharge === 'may-not' && judged.paid === 'yes' && judged.amount?.currency === sum.currency,
  )
  const proof = t.kerjaKlaim.biaya.receiptWords
  return Object.assign(
    {
      'mata-uang': sum.currency,
      negara: values['negara']?.[0] ?? '',
      pekerjaan: values['pekerjaan']?.[0] ?? '',
      ...(sum.paidBack > 0 && { 'sudah-kembali': String(sum.paidBack) }),
    },
    ...lines.map(({ line, judged, on }, at): Prefill => ({
      [`jenis-biaya-${at + 1}`]: judged.item,
      [`jumlah-${at + 1}`]: values[costField('amount', line)]?.[0] ?? '',
      [`kapan-${at + 1}`]: on ?? '',
      [`bukti-${at + 1}`]: judged.receipt === 'unknown' ? '' : proof[judged.receipt],
    })),
  ) as Prefill
}
