/** Cost by cost: may it be charged, by whom, since when, where; what to ask back; and what the debt does. */
import type { Debt } from '#src/domain/rulebook/placement-cost/debt.ts'
import type { JudgedItem } from '#src/domain/rulebook/placement-cost/items.ts'
import type { PlacementCostAnswer } from '#src/domain/rulebook/placement-cost/placement-cost.ts'
import type { RefundLine } from '#src/domain/rulebook/placement-cost/refund.ts'
import { ButtonLink, Notice } from '#src/web/ui/staff/form.tsx'
import type { StaffFrame } from '#src/web/ui/staff/frame.ts'
import { Cite, StateTag } from '#src/web/ui/staff/marks.tsx'
import { Table } from '#src/web/ui/staff/table.tsx'
import { casePath } from '../case-head.tsx'
import { Explained } from '../klaim/claim-parts.tsx'
import { entryOf } from '../klaim/claim-words.ts'
import type { CostFound, JudgedLine } from './cost-found.ts'
import type { CostView } from './cost-view.ts'

type Props = { readonly frame: StaffFrame; readonly view: CostView; readonly found: CostFound }
type AnswerProps = Props & { readonly answer: PlacementCostAnswer }

export function CostResult(props: Props) {
  const { frame, view, found } = props
  const words = frame.t.kerjaKlaim
  const { conclusion, lines } = found
  const told = new Set(lines.flatMap(({ because }) => because.map((each) => each.rule)))
  return (
    <section class="panel stack" aria-label={words.sheet}>
      <h2>{words.sheet}</h2>
      {typeof conclusion.answer === 'string' ? (
        <p>{words.notEnough}</p>
      ) : (
        <Answer {...props} answer={conclusion.answer} />
      )}
      <Explained
        frame={frame}
        words={view.words}
        conclusion={conclusion}
        isTold={(rule) => told.has(rule) || rule.startsWith('host.')}
      />
    </section>
  )
}

function Answer(props: AnswerProps) {
  const { frame, view, found, answer } = props
  const words = frame.t.kerjaKlaim.biaya
  return (
    <>
      {found.lines.length > 0 && <Items {...props} />}
      {answer.where.length > 0 && (
        <section>
          <h3>{words.place}</h3>
          <ul>
            {answer.where.map((rule) => {
              const entry = entryOf(found.conclusion, rule)
              return (
                <li>
                  {view.words.rule(rule)}{' '}
                  {entry && <Cite frame={frame} cite={view.words.cite(entry.citation)} />}
                </li>
              )
            })}
          </ul>
        </section>
      )}
      <Totals {...props} />
      <Trap {...props} debt={answer.debt} />
    </>
  )
}

function Items({ frame, view, found }: Props) {
  const words = frame.t.kerjaKlaim.biaya
  return (
    <section>
      <h3>{words.perItem}</h3>
      <Table
        caption={words.perItem}
        columns={[
          { label: words.kind },
          { label: words.verdict },
          { label: words.proof },
          { label: words.amount, align: 'num' },
        ]}
      >
        {found.lines.map((each) => (
          <ItemRow frame={frame} view={view} each={each} />
        ))}
      </Table>
    </section>
  )
}

type RowProps = Omit<Props, 'found'> & { readonly each: JudgedLine }

const TONE = { 'may-not': 'stop', 'may-be': 'plain', unclear: 'wait' } as const

function ItemRow({ frame, view, each }: RowProps) {
  const words = frame.t.kerjaKlaim.biaya
  const { judged, on } = each
  const bys: Readonly<Record<string, string>> = words.bys
  return (
    <tr>
      <th scope="row">
        {view.words.label('items', 'item', judged.item)}
        <small>
          <br />
          {[judged.chargedBy === null ? undefined : bys[judged.chargedBy], on && view.words.day(on)]
            .filter((part) => part !== undefined)
            .join(', ') || words.whenUnknown}
        </small>
      </th>
      <td>
        <StateTag tone={TONE[judged.mayCharge]}>{words.verdicts[judged.mayCharge]}</StateTag>
        <Reasons frame={frame} view={view} each={each} />
      </td>
      <td>
        {words.paidWords[judged.paid]}, {words.receiptWords[judged.receipt]}
      </td>
      <td class="num">
        {judged.amount === null
          ? words.amountUnknown
          : view.words.money(judged.amount.amount, judged.amount.currency)}
      </td>
    </tr>
  )
}

function Reasons({ frame, view, each: { judged, because } }: RowProps) {
  const words = frame.t.kerjaKlaim.biaya
  return (
    <>
      <ul>
        {because.map(({ rule, citation }) => (
          <li>
            {view.words.rule(rule)}{' '}
            <small>
              <Cite frame={frame} cite={view.words.cite(citation)} />
              {citation.validFrom !== null && `, ${words.since(view.words.day(citation.validFrom))}`}
            </small>
          </li>
        ))}
      </ul>
      {extras(frame, judged).map((sentence) => (
        <p class="small">{sentence}</p>
      ))}
    </>
  )
}

function extras(frame: StaffFrame, judged: JudgedItem): readonly string[] {
  const words = frame.t.kerjaKlaim.biaya
  return [
    ...judged.bearers.map((who) => words.bearer(words.bearers[who] ?? who)),
    ...(judged.disputed ? [words.disputed] : []),
    ...(judged.crime === 'perhaps' ? [words.crime] : []),
    ...(judged.overHostCap === 'yes' ? [words.overCap] : []),
    ...(judged.overHostCap === 'unclear' ? [words.capUnclear] : []),
  ]
}

function Totals({ frame, view, answer }: AnswerProps) {
  const words = frame.t.kerjaKlaim.biaya
  return (
    <section>
      <h3>{words.totals}</h3>
      {answer.refund.length === 0 && <p>{words.noTotals}</p>}
      {answer.refund.map((sum) => (
        <>
          <Table
            caption={`${words.totals}, ${sum.currency}`}
            columns={[
              { label: words.totals, quiet: 'quiet' },
              { label: words.amount, align: 'num' },
            ]}
          >
            {sumRows(frame, sum).map(([label, amount]) => (
              <tr>
                <th scope="row">{label}</th>
                <td class="num">{view.words.money(amount, sum.currency)}</td>
              </tr>
            ))}
            <tr>
              <th scope="row">{words.left}</th>
              <td class="num">
                <strong>{view.words.money(sum.left, sum.currency)}</strong>
              </td>
            </tr>
          </Table>
          {sum.left > 0 && view.mayWrite === 'write' && view.kept && (
            <p class="buttons">
              <ButtonLink
                href={casePath(
                  frame,
                  view.code,
                  `/dokumen/surat?jenis=refund&dari=biaya&uang=${sum.currency}`,
                )}
              >
                {words.letter(sum.currency)}…
              </ButtonLink>
              <span class="hint">{words.letterHint}</span>
            </p>
          )}
        </>
      ))}
    </section>
  )
}

function sumRows(frame: StaffFrame, sum: RefundLine): readonly (readonly [string, number])[] {
  const words = frame.t.kerjaKlaim.biaya
  const rows: readonly (readonly [string, number])[] = [
    [words.asked, sum.asked],
    [words.claim, sum.claim],
    [words.withProof, sum.withProof],
    [words.toCheck, sum.toCheck],
    [words.paidBack, sum.paidBack],
  ]
  return rows.filter(([label, amount]) => amount > 0 || label === words.asked || label === words.claim)
}

function Trap({ frame, debt }: AnswerProps & { readonly debt: Debt }) {
  const words = frame.t.kerjaKlaim.biaya
  const share = debt.shareOfPay === null ? words.shareUnknown : words.share(Math.ceil(debt.shareOfPay * 100))
  return (
    <section>
      <h3>{words.trap}</h3>
      {debt.level === 'none-known' ? (
        <p>{words.trapLevel[debt.level]}</p>
      ) : (
        <Notice kind={debt.level === 'red' ? 'danger' : 'care'} lead={words.trapLevel[debt.level]}>
          {[
            ...debt.reasons.map((reason) => words.trapReason[reason]),
            share,
            ...(debt.months === null ? [] : [words.monthsToPay(debt.months)]),
          ].join(' ')}
        </Notice>
      )}
    </section>
  )
}
