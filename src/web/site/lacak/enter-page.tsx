/** The door to a report: five words and a PIN. The answer is the same whether such a report exists or not. */
import { href } from '#src/web/ui/href.ts'
import { Icon } from '#src/web/ui/icons.tsx'
import {
  ErrorSummary,
  HiddenFields,
  problemOf,
  TextField,
  type Carried,
} from '#src/web/ui/public/form-parts.tsx'
import { PublicPage, type PageFrame } from '#src/web/ui/public/layout.tsx'

/** words: not five words; pin: not six digits; expired: an open page timed out; stored-before: a report sent again long after it was stored; no-match: anything else, without saying what. */
export type EnterProblem = 'words' | 'pin' | 'no-match' | 'expired' | 'stored-before'

export type EnterPageProps = PageFrame & {
  readonly problems?: readonly EnterProblem[]
  /** What was typed; the PIN is never sent back. */
  readonly words?: string
  /** What was typed on a page that timed out travels on and is not lost. */
  readonly carried?: Carried
}

const FIELD_OF: Readonly<Record<EnterProblem, 'words' | 'pin'>> = {
  words: 'words',
  pin: 'pin',
  'no-match': 'words',
  expired: 'words',
  'stored-before': 'words',
}

export function EnterPage({ lang, t, demo, problems = [], words, carried = [] }: EnterPageProps) {
  const shown = problems.map((code) => ({ field: FIELD_OF[code], message: t.lacak.enterProblems[code] }))
  return (
    <PublicPage
      lang={lang}
      t={t}
      demo={demo}
      title={t.situs.titles.form}
      path="/lacak"
      hasProblems={problems.length > 0}
    >
      <a class="back" href={href(lang, '/')}>
        <Icon name="kembali" />
        {t.situs.back}
      </a>
      <ErrorSummary title={t.situs.problemTitle} problems={shown} />
      <h1>{t.lacak.enterTitle}</h1>
      <p class="lead">{t.lacak.enterLead}</p>
      <form method="post" action={href(lang, '/lacak')}>
        <HiddenFields fields={carried} />
        <TextField
          id="words"
          name="words"
          label={t.lacak.words}
          hint={t.lacak.wordsHint}
          value={words}
          problem={problemOf(shown, 'words')}
          maxlength={200}
        />
        <TextField
          id="pin"
          name="pin"
          label={t.lacak.pin}
          numeric
          problem={problemOf(shown, 'pin')}
          maxlength={12}
        />
        <div class="buttons">
          <button class="button" name="go" value="open">
            {t.lacak.open}
          </button>
        </div>
      </form>
      <h2>{t.lacak.lostTitle}</h2>
      <p>{t.lacak.lostText}</p>
      <p>{t.lacak.lostNote}</p>
      <p>
        <a href={href(lang, '/lapor')}>{t.lacak.newReport}</a>
      </p>
    </PublicPage>
  )
}
