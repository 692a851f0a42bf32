/** The parts of an agreement: duties, meetings, breaches with their reaction time, costs, and its steps. */
import { sumByCurrency } from '#src/domain/agreements/costs.ts'
import { breachDates, type ItemKind } from '#src/domain/agreements/items.ts'
import { BREACH_STEPS, reactionOf } from '#src/domain/agreements/reaction.ts'
import type { Agreement, AgreementItem } from '#src/modules/agreements/index.ts'
import { ButtonLink } from '#src/web/ui/staff/form.tsx'
import { at, type StaffFrame } from '#src/web/ui/staff/frame.ts'
import { Empty } from '#src/web/ui/staff/lists.tsx'
import { Cite, StateTag, When, type Tone } from '#src/web/ui/staff/marks.tsx'
import { CellName, Table } from '#src/web/ui/staff/table.tsx'
import { lawHref } from '#src/web/ui/law-href.ts'
import {
  actorOf,
  amountIn,
  dayOr,
  dutyStateOf,
  inEither,
  spanOf,
  textOf,
  whatOf,
  type Content,
} from './agreement-words.ts'
import { AGREEMENTS, StageTag } from './agreements-page.tsx'

export type PartsView = { readonly agreement: Agreement; readonly mayEdit?: 'may-edit' | undefined }
type Props = { readonly frame: StaffFrame; readonly view: PartsView }

/** The tab of the address that carries items of this kind. */
export const TAB_OF = { duty: 'tugas', meeting: 'pertemuan', breach: 'pelanggaran', cost: 'biaya' } as const

export function Items({ frame, view, kind }: Props & { readonly kind: ItemKind }) {
  const words = frame.t.kerjaPerjanjian
  const all = view.agreement.items.filter((item) => item.kind === kind)
  const items = all.filter(({ struck }) => !struck)
  const struck = all.filter((item) => item.struck)
  const path = `${AGREEMENTS}/${view.agreement.slug}/${TAB_OF[kind]}` as const
  return (
    <section class="stack" aria-label={words.kind[kind]}>
      {kind === 'duty' && view.agreement.delivered && <p class="hint">{words.deliveredDuties}</p>}
      {items.length === 0 && <Empty title={words.emptyKind[kind]} />}
      <ul class="rows">
        {items.map((item) => (
          <li>
            <Lead frame={frame} item={item} />
            <div>
              <Item frame={frame} view={view} item={item} />
              <Source frame={frame} content={item.content} />
              {item.note !== null && <p class="under">{item.note}</p>}
            </div>
            {view.mayEdit && (
              <ButtonLink href={at(frame, `${path}/${item.id}`)} kind="bare">
                {words.change}
                <span class="hidden">: {whatOf(frame, kind, item.content)}</span>
              </ButtonLink>
            )}
          </li>
        ))}
      </ul>
      {kind === 'cost' && items.length > 0 && <Sums frame={frame} items={items} />}
      {view.mayEdit && (
        <p class="buttons">
          <ButtonLink href={at(frame, `${path}/baru`)} kind="main">
            {words.addKind[kind]}
          </ButtonLink>
        </p>
      )}
      {struck.length > 0 && (
        <details>
          <summary>{words.struckTitle}</summary>
          <ul>
            {struck.map((item) => (
              <li>
                <del>{whatOf(frame, kind, item.content)}</del>
              </li>
            ))}
          </ul>
        </details>
      )}
    </section>
  )
}

/** What stands first: the state of a duty, how far a breach was answered, the day of the rest. */
function Lead({ frame, item }: { readonly frame: StaffFrame; readonly item: AgreementItem }) {
  const content: Content = item.content
  if (item.kind === 'duty') return <DutyTag frame={frame} content={content} />
  if (item.kind !== 'breach') return <small>{dayOr(frame, content['on'])}</small>
  const { reached } = reactionOf(breachDates(content))
  const words = frame.t.kerjaPerjanjian
  return (
    <StateTag tone={reached === 'mended' ? 'done' : 'wait'}>
      {reached === null ? words.unclear : words.step[reached]}
    </StateTag>
  )
}

function Item({ frame, view, item }: Props & { readonly item: AgreementItem }) {
  switch (item.kind) {
    case 'duty':
      return <Duty frame={frame} view={view} item={item} />
    case 'meeting':
      return <Meeting frame={frame} content={item.content} />
    case 'breach':
      return <Breach frame={frame} content={item.content} />
    case 'cost':
      return <Cost frame={frame} content={item.content} />
  }
}

const DUTY_TONE: Readonly<Record<string, Tone>> = { kept: 'done', breached: 'stop', open: 'run' }

function DutyTag({ frame, content }: { readonly frame: StaffFrame; readonly content: Content }) {
  const state = content['state']
  return <StateTag tone={DUTY_TONE[state ?? ''] ?? 'wait'}>{dutyStateOf(frame, state)}</StateTag>
}

function Duty({ frame, view, item }: Props & { readonly item: AgreementItem }) {
  const words = frame.t.kerjaPerjanjian
  const content: Content = item.content
  const { instrument } = view.agreement.facts
  const article = content['article'] ?? null
  const name = content['responsibleName']
  return (
    <>
      <h3>{whatOf(frame, 'duty', content)}</h3>
      <p class="under">
        {frame.t.perjanjian.owes(actorOf(frame, content['owedBy']), actorOf(frame, content['owedTo']))}{' '}
        {words.responsible(actorOf(frame, content['responsible']))}
        {name && ` (${name})`}.{item.dueOn !== null && ` ${words.checkOn(dayOr(frame, item.dueOn))}.`}{' '}
        {article !== null && instrument !== null && (
          <Cite frame={frame} cite={{ article, href: at(frame, lawHref(instrument, article)) }} />
        )}
      </p>
    </>
  )
}

function Meeting({ frame, content }: { readonly frame: StaffFrame; readonly content: Content }) {
  const outcome = textOf(frame.lang, content, 'outcome')
  const next = content['nextOn']
  return (
    <>
      <h3>{whatOf(frame, 'meeting', content)}</h3>
      <p class="under">
        {content['place'] && `${content['place']}. `}
        {content['who']}.{next && ` ${frame.t.kerjaPerjanjian.next(dayOr(frame, next))}.`}
      </p>
      {outcome !== '' && <p>{outcome}</p>}
    </>
  )
}

function Breach({ frame, content }: { readonly frame: StaffFrame; readonly content: Content }) {
  const words = frame.t.kerjaPerjanjian
  const dates = breachDates(content)
  const reaction = reactionOf(dates)
  return (
    <>
      <h3>{whatOf(frame, 'breach', content)}</h3>
      <Table
        caption={words.reaction}
        columns={[
          { label: words.reaction },
          { label: words.col.on },
          { label: words.col.span, align: 'num' },
        ]}
      >
        {BREACH_STEPS.map((step, index) => {
          const leg = reaction.legs[index - 1]
          return (
            <tr>
              <th scope="row">{words.step[step]}</th>
              <td>{dayOr(frame, dates[step])}</td>
              <td class="num">
                {leg !== undefined && (
                  <>
                    <CellName of={words.col.span} />
                    {spanOf(frame, leg.span)}
                  </>
                )}
              </td>
            </tr>
          )
        })}
        <tr>
          <th scope="row">{words.whole}</th>
          <td></td>
          <td class="num">
            <CellName of={words.col.span} />
            {spanOf(frame, reaction.whole)}
          </td>
        </tr>
      </Table>
      <p>{textOf(frame.lang, content, 'reaction')}</p>
    </>
  )
}

function Cost({ frame, content }: { readonly frame: StaffFrame; readonly content: Content }) {
  return (
    <>
      <h3>
        {whatOf(frame, 'cost', content)}: {content['currency']}{' '}
        {amountIn(frame.lang, content['amount'] ?? '0')}
      </h3>
      <p class="under">{frame.t.kerjaPerjanjian.payer(content['payer'] ?? '')}.</p>
    </>
  )
}

function Sums({ frame, items }: { readonly frame: StaffFrame; readonly items: readonly AgreementItem[] }) {
  const words = frame.t.kerjaPerjanjian
  const sums = sumByCurrency(
    items.map(({ content }: { readonly content: Content }) => ({
      amount: content['amount'] ?? '0',
      currency: content['currency'] ?? '',
    })),
  )
  return (
    <>
      <h2>{words.sums}</h2>
      <p class="hint">{words.sumsHint}</p>
      <ul>
        {sums.map(({ amount, currency }) => (
          <li>
            {currency} {amountIn(frame.lang, amount)}
          </li>
        ))}
      </ul>
    </>
  )
}

/** Who says it, with its address and how sure it is. */
export function Source({ frame, content }: { readonly frame: StaffFrame; readonly content: Content }) {
  const { confidence } = frame.t.kerjaPerjanjian
  const words: Readonly<Record<string, string>> = confidence
  const day = content['evidenceOn']
  return (
    <p class="under">
      {frame.t.perjanjian.source}:{' '}
      {content['url'] ? (
        <a href={content['url']} rel="noreferrer external">
          {content['citation']}
        </a>
      ) : (
        content['citation']
      )}
      {day && ` (${dayOr(frame, day)})`} · {words[content['confidence'] ?? 'unverified']}
    </p>
  )
}

/** Every step: its day, who wrote it down and why. */
export function History({ frame, view }: Props) {
  const words = frame.t.kerjaPerjanjian
  const { col } = words
  return (
    <Table
      caption={words.history}
      columns={[{ label: col.stage }, { label: col.on }, { label: col.reason }, { label: col.by }]}
    >
      {view.agreement.steps.map((step) => (
        <tr>
          <th scope="row">
            <StageTag frame={frame} stage={step.stage} />
          </th>
          <td>{dayOr(frame, step.on)}</td>
          <td>
            {inEither(frame.lang, step.reasonId, step.reasonEn)}{' '}
            {step.citation !== null && <small>{step.citation}</small>}
          </td>
          <td>
            {step.key !== null
              ? words.deliveredBy
              : (step.by ?? words.otherBody(step.body ?? frame.t.kerjaUmum.unknown))}
            <br />
            <small>
              <When frame={frame} at={step.writtenAt} />
            </small>
          </td>
        </tr>
      ))}
    </Table>
  )
}
