/** What social security owes, as far as the rulebook knows: programme, benefit, papers, time limit, and what else to do. */
import type { Conclusion } from '#src/domain/rulebook/conclusion.ts'
import type { Benefit } from '#src/domain/rulebook/social-security/benefits.ts'
import { claimDays } from '#src/domain/rulebook/social-security/claim-days.ts'
import type { Claim } from '#src/domain/rulebook/social-security/claim.ts'
import type { SocialSecurityAnswer } from '#src/domain/rulebook/social-security/social-security.ts'
import type { ClaimValues } from '#src/modules/cases/index.ts'
import { Notice } from '#src/web/ui/staff/form.tsx'
import type { StaffFrame } from '#src/web/ui/staff/frame.ts'
import { Cite, StateTag } from '#src/web/ui/staff/marks.tsx'
import { Table } from '#src/web/ui/staff/table.tsx'
import { Explained } from '../klaim/claim-parts.tsx'
import { entryOf, type ClaimWords } from '../klaim/claim-words.ts'
import { paperState, type PaperState } from './bpjs-facts.ts'

export type BpjsFound = {
  readonly conclusion: Conclusion<SocialSecurityAnswer>
  readonly words: ClaimWords
  readonly values: ClaimValues
  readonly today: string
  /** Name of the person and of the heir, as far as the case has them. */
  readonly names: readonly (readonly [label: string, name: string])[]
  /** The two ends of an inexact date fall under different rules. */
  readonly differs: 'differs' | 'same'
}

type Props = { readonly frame: StaffFrame; readonly found: BpjsFound }
type AnswerProps = Props & { readonly answer: SocialSecurityAnswer }

export function BpjsResult({ frame, found }: Props) {
  const words = frame.t.kerjaKlaim
  const { conclusion } = found
  const { answer } = conclusion
  return (
    <section class="panel stack" aria-label={words.sheet}>
      <h2>{words.sheet}</h2>
      <ul class="plain">
        {found.names.map(([label, name]) => (
          <li>
            {label}: <strong>{name}</strong>
          </li>
        ))}
      </ul>
      <p class="small">{words.asOf(found.words.day(conclusion.asOf))}</p>
      {found.values['catatan'] && <p class="quote">{found.values['catatan'].join(' ')}</p>}
      {found.differs === 'differs' && <Notice kind="care" lead={words.daysDiffer} />}
      {typeof answer === 'string' ? (
        <p>{words.notEnough}</p>
      ) : (
        <Answer frame={frame} found={found} answer={answer} />
      )}
      <Explained frame={frame} words={found.words} conclusion={conclusion} isTold={isTold} />
    </section>
  )
}

/** Shown with its benefit, programme, step, paper or limit. */
const isTold = (rule: string): boolean =>
  /^(benefit|programme|without|conflict|c102)\.|^claim\.(documents|limit)|payer-conflict$/.test(rule) &&
  !/^benefit\.(cause-unknown|none-read)$/.test(rule)

function Answer(props: AnswerProps) {
  const { frame, answer, found } = props
  const words = frame.t.kerjaKlaim.bpjs
  return (
    <>
      <p>
        <strong>{words.standing[answer.standing]}</strong> {words.mustBe[answer.mustBeMember]}
      </p>
      <Programmes {...props} />
      <Benefits {...props} />
      <Papers {...props} />
      <Deadline {...props} />
      {answer.without.length > 0 && (
        <section>
          <h3>{words.without}</h3>
          <ul>
            {answer.without.map((rule) => (
              <li>
                {found.words.rule(rule)} <RuleCite frame={frame} found={found} rule={rule} />
              </li>
            ))}
          </ul>
        </section>
      )}
      {answer.conflicts.map((rule) => (
        <Notice kind="care" lead={`${words.conflict}.`}>
          {found.words.rule(rule)} <RuleCite frame={frame} found={found} rule={rule} />
        </Notice>
      ))}
      <Branches {...props} />
    </>
  )
}

function RuleCite(props: { readonly frame: StaffFrame; readonly found: BpjsFound; readonly rule: string }) {
  const { frame, found, rule } = props
  const entry = entryOf(found.conclusion, rule)
  return entry ? <Cite frame={frame} cite={found.words.cite(entry.citation)} /> : null
}

function Programmes({ frame, found, answer }: AnswerProps) {
  const words = frame.t.kerjaKlaim.bpjs
  const phase = found.values['tahap']?.[0]
  const phases: Readonly<Record<string, string>> = frame.t.kerjaKode.phase
  const { total, months } = answer.contribution
  return (
    <section>
      <h3>{words.programmes}</h3>
      <p>
        {words.phase}: {phases[phase ?? 'unknown']}
      </p>
      <ul>
        {answer.programmes.map(({ programme, duty }) => (
          <li>
            {words.programme[programme]}: {words.duty[duty]}{' '}
            <RuleCite frame={frame} found={found} rule={`programme.${programme}`} />
          </li>
        ))}
      </ul>
      {total !== null && months !== null && (
        <p>{words.contribution(months, found.words.money(total, 'IDR', sureOf(answer)))}</p>
      )}
    </section>
  )
}

/** A sum is as sure as its weakest part. */
function sureOf({ contribution }: SocialSecurityAnswer) {
  const all = contribution.parts.map((each) => each.confidence)
  if (all.includes('unverified')) return 'unverified'
  return all.includes('secondary') ? 'secondary' : 'verified'
}

function Benefits({ frame, found, answer }: AnswerProps) {
  const words = frame.t.kerjaKlaim.bpjs
  const event = found.values['kejadian']?.[0]
  return (
    <section>
      <h3>{words.benefits}</h3>
      {answer.benefits.length === 0 ? (
        <p>{event === undefined || event === 'none' ? words.noEvent : words.noBenefit}</p>
      ) : (
        <Table
          caption={words.benefits}
          columns={[
            { label: words.benefit },
            { label: words.amount },
            { label: frame.t.kerjaKlaim.citation },
          ]}
        >
          {answer.benefits.map((each) => (
            <tr>
              <th scope="row">
                {found.words.rule(`benefit.${each.benefit}`)}
                <small>
                  <br />
                  {words.programme[each.programme]}
                  {each.holds === 'perhaps' && `. ${words.perhaps} ${openWords(frame, each)}.`}
                </small>
              </th>
              <td>{amountWords(frame, found.words, each)}</td>
              <td>
                <RuleCite frame={frame} found={found} rule={`benefit.${each.benefit}`} />
              </td>
            </tr>
          ))}
        </Table>
      )}
    </section>
  )
}

function openWords(frame: StaffFrame, { open }: Benefit): string {
  const words = frame.t.kerjaKlaim.bpjs.open
  return open.map((each) => words[each] ?? each).join(', ')
}

function amountWords(frame: StaffFrame, words: ClaimWords, { amount, kind, confidence }: Benefit): string {
  const texts = frame.t.kerjaKlaim.bpjs
  const how = texts.kind[kind] ?? kind
  if (amount !== null) return `${words.money(amount, 'IDR', confidence)}, ${how}`
  return `${how}, ${kind === 'in-kind' || kind === 'accumulated' ? texts.notASum : texts.notRead}`
}

const TONE = { yes: 'done', no: 'wait', unknown: 'plain' } as const satisfies Record<PaperState, string>

function Papers({ frame, found, answer }: AnswerProps) {
  const words = frame.t.kerjaKlaim.bpjs
  const { claim } = answer
  if (claim === null) return null
  const states = claim.papers.map((each) => stateOf(each, found.values))
  return (
    <section>
      <h3>{words.papers}</h3>
      {claim.papersRead === 'no' && <p class="small">{words.papersUsual}</p>}
      <p>{words.counted(states.filter((each) => each === 'yes').length, states.length)}</p>
      <Table caption={words.papers} columns={[{ label: words.paper }, { label: words.state }]}>
        {claim.papers.map(({ document }, at) => {
          const state = states[at] ?? 'unknown'
          return (
            <tr>
              <th scope="row">{found.words.label('documents', 'document', document)}</th>
              <td>
                <StateTag tone={TONE[state]}>{words.states[state]}</StateTag>
              </td>
            </tr>
          )
        })}
      </Table>
      <p class="small">
        <RuleCite
          frame={frame}
          found={found}
          rule={claim.papersRead === 'yes' ? 'claim.documents-death' : 'claim.documents-other'}
        />
      </p>
    </section>
  )
}

/** What was ticked goes before what the facts say: some papers have no fact of their own. */
function stateOf(paper: Claim['papers'][number], values: ClaimValues): PaperState {
  const ticked = paperState(values, paper.document)
  return ticked === 'unknown' ? paper.have : ticked
}

function Deadline({ frame, found, answer }: AnswerProps) {
  const words = frame.t.kerjaKlaim.bpjs
  const { claim, standing } = answer
  if (claim === null)
    return standing === 'not-covered' || standing === 'foreign-scheme' ? <p>{words.noClaim}</p> : null
  const { years, lastDayEarliest: first, lastDayLatest: last } = claim
  const claimed = found.values['diajukan'] === undefined ? 'not-claimed' : 'claimed'
  const { state, left } = claimDays(claim, found.today, claimed)
  const grave = state === 'over' || state === 'perhaps-over' || (state === 'open' && left <= SOON)
  const sentence = words.days[state](left)
  return (
    <section>
      <h3>{words.deadline}</h3>
      <p>
        {years === null ? words.limitUnknown : words.limit(years)}{' '}
        <RuleCite
          frame={frame}
          found={found}
          rule={years === null ? 'claim.limit-not-read' : 'claim.limit'}
        />
      </p>
      {years !== null && first === null && <p>{words.eventDayMissing}</p>}
      {first !== null && last !== null && (
        <p>{words.lastDay(found.words.day(first), found.words.day(last))}</p>
      )}
      {sentence !== '' && (grave ? <Notice kind="care" lead={sentence} /> : <p>{sentence}</p>)}
      {claimed === 'claimed' && <p>{words.inTime[claim.inTime]}</p>}
    </section>
  )
}

/** Days before the last day from which the sheet raises its voice. */
const SOON = 30

function Branches({ frame, found, answer }: AnswerProps) {
  const words = frame.t.kerjaKlaim.bpjs
  return (
    <details>
      <summary>{words.branches}</summary>
      <p class="small">
        <RuleCite frame={frame} found={found} rule="c102.measure" />
      </p>
      <Table caption={words.branches} columns={[{ label: words.branch }, { label: words.state }]}>
        {answer.branches.map(({ branch, cover, by }) => (
          <tr>
            <th scope="row">{found.words.label('branches', 'branch', branch)}</th>
            <td>
              {words.cover[cover]}
              {by.length > 0 && <small> {by.map((each) => each.toUpperCase()).join(', ')}</small>}
            </td>
          </tr>
        ))}
      </Table>
    </details>
  )
}
