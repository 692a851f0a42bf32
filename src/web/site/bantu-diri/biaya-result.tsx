import type { Conclusion, Entry } from '#src/domain/rulebook/conclusion.ts'
import type { JudgedItem } from '#src/domain/rulebook/placement-cost/items.ts'
import type { PlacementCostAnswer } from '#src/domain/rulebook/placement-cost/placement-cost.ts'
import { refundLetterOf } from '#src/domain/rulebook/placement-cost/refund-letter.ts'
import type { Texts } from '#src/texts/texts.ts'
import { withConfidence } from '#src/web/citation-words.ts'
import { href, type Lang } from '#src/web/ui/href.ts'
import { Icon, type IconName } from '#src/web/ui/icons.tsx'
import { HiddenFields, Notice } from '#src/web/ui/public/form-parts.tsx'
import type { PageFrame } from '#src/web/ui/public/layout.tsx'
import { plainDate } from '#src/web/ui/when.ts'
import { hiddenFor, type Answers } from './guide.ts'
import { whenAsked } from './guides.ts'
import { OWN_RULES } from './law.tsx'
import { labelIn, moneyWords, sentenceOf } from './rulebook-words.ts'

type Props = PageFrame & {
  readonly conclusion: Conclusion<PlacementCostAnswer>
  readonly answers: Answers
}

const SIGN: Readonly<Record<JudgedItem['mayCharge'], readonly [icon: IconName, kind: 'no' | 'ask']>> = {
  'may-not': ['larang', 'no'],
  'may-be': ['tanya', 'ask'],
  unclear: ['tanya', 'ask'],
}

export function BiayaResult(props: Props) {
  const { t, conclusion } = props
  const words = t.bantuDiri.biaya
  if (typeof conclusion.answer === 'string')
    return (
      <>
        <h1>{words.askFirst}</h1>
        <p class="lead">{t.bantuDiri.notEnough}</p>
      </>
    )
  const { items, debt } = conclusion.answer
  const stop = debt.level === 'red' || items.some((each) => each.mayCharge === 'may-not')
  return (
    <>
      <h1>{stop ? words.stop : words.askFirst}</h1>
      <Sums {...props} answer={conclusion.answer} />
      {items.length > 0 && <Items {...props} items={items} />}
      {items.length > 0 && <WhoAndWhen {...props} items={items} />}
      {debt.level !== 'none-known' && (
        <Notice
          kind={debt.level === 'red' ? 'danger' : 'care'}
          icon={debt.level === 'red' ? 'bahaya' : 'utang'}
          title={words.debt[debt.level]}
        >
          {debt.reasons.map((reason) => (
            <p>{words.debtReasons[reason]}</p>
          ))}
          {debt.shareOfPay !== null && <p>{words.share(Math.ceil(debt.shareOfPay * 100))}</p>}
        </Notice>
      )}
      <Notice kind="care" icon="info" title={words.waitTitle}>
        <p>{words.waitText}</p>
      </Notice>
      {refundLetterOf(conclusion, 'IDR') && <LetterButton {...props} />}
    </>
  )
}

function LetterButton({ lang, t, answers }: Props) {
  return (
    <form method="post" action={href(lang, '/biaya/surat')} class="buttons">
      <HiddenFields fields={hiddenFor(answers, [])} />
      <button class="button">{t.suratBiaya.make}</button>
      <p class="small">{t.suratBiaya.makeHint}</p>
    </form>
  )
}

function Sums({ lang, t, answer }: Props & { readonly answer: PlacementCostAnswer }) {
  const words = t.bantuDiri.biaya
  const wrong = answer.items.filter((each) => each.mayCharge === 'may-not')
  const asked = totalOf(answer.items)
  if (asked === 0) return <></>
  return (
    <dl class="pair">
      <div>
        <dt>{words.mayNot}</dt>
        <dd class="bad">{moneyWords(lang, 'IDR', totalOf(wrong))}</dd>
      </div>
      <div>
        <dt>{words.asked}</dt>
        <dd>{moneyWords(lang, 'IDR', asked)}</dd>
      </div>
    </dl>
  )
}

/** By whom and since when: the answer names the rule of that day and the day from which it holds. */
function WhoAndWhen({
  lang,
  t,
  conclusion,
  answers,
  items,
}: Props & { readonly items: readonly JudgedItem[] }) {
  const words = t.bantuDiri.biaya
  const asker = answers['oleh']?.[0] ?? 'unknown'
  const askers: Readonly<Record<string, string>> = words.steps.oleh.options
  const when = whenAsked(answers)
  const decisive = [...new Set(items.flatMap(({ because }) => because.slice(0, 1)))]
  const byWhom = asker === 'sponsor-or-broker' ? ['cost.individual-placing'] : []
  const cap = items.find((each) => each.overHostCap === 'yes' || each.overHostCap === 'unclear')?.overHostCap
  const rules = (wanted: readonly string[]) =>
    conclusion.fired
      .filter(({ rule }) => wanted.includes(rule))
      .map((entry) => <p>{ruleSince(lang, t, entry)}</p>)
  return (
    <>
      <h2>{words.who}</h2>
      <p>{asker === 'unknown' ? words.whoUnknown : askers[asker]}</p>
      {rules(byWhom)}
      {asker === 'agency-abroad' && (cap === 'yes' || cap === 'unclear') && <p>{words.hostCap[cap]}</p>}
      <h2>{words.when}</h2>
      <p>{when === undefined ? words.whenUnknown : plainDate(lang, when)}</p>
      {rules(decisive.filter((rule) => !byWhom.includes(rule)))}
    </>
  )
}

function ruleSince(lang: Lang, t: Texts, { rule, citation }: Entry): string {
  const words = t.bantuDiri.biaya
  const says = sentenceOf(lang, rule)
  // A rule of this service itself has no day from which it is law.
  if (citation.instrument === OWN_RULES) return says
  const text =
    citation.validFrom === null
      ? words.sinceNotRead(says)
      : words.since(says, plainDate(lang, citation.validFrom))
  return withConfidence(t, text, citation.confidence)
}

function totalOf(items: readonly JudgedItem[]): number {
  return items.reduce((sum, each) => sum + (each.amount?.amount ?? 0), 0)
}

function Items({ lang, t, items }: Props & { readonly items: readonly JudgedItem[] }) {
  const words = t.bantuDiri.biaya
  return (
    <>
      <h2>{words.question}</h2>
      <table class="stack">
        <caption class="hidden">{words.caption}</caption>
        <thead>
          <tr>
            <th scope="col">{words.cost}</th>
            <th scope="col">{words.allowed}</th>
            <th scope="col" class="sum">
              {words.askedShort}
            </th>
          </tr>
        </thead>
        <tbody>
          {items.map((each) => (
            <tr>
              <th scope="row">{labelIn('placement-cost', 'items', 'item', each.item, lang)}</th>
              <td>
                <span class={`tag ${SIGN[each.mayCharge][1]}`}>
                  <Icon name={SIGN[each.mayCharge][0]} />
                  {words.verdicts[each.mayCharge]}
                </span>
                {each.bearers.length > 0 && (
                  <span class="cite">
                    {each.bearers.includes('local-government') ? words.byGovernment : words.byEmployer}
                  </span>
                )}
              </td>
              <td class="sum">{each.amount === null ? '–' : moneyWords(lang, 'IDR', each.amount.amount)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  )
}
