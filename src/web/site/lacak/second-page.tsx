import { href } from '#src/web/ui/href.ts'
import { HiddenFields } from '#src/web/ui/public/form-parts.tsx'
import { PublicPage, type PageFrame } from '#src/web/ui/public/layout.tsx'
import { Ticks } from '#src/web/ui/public/lists.tsx'
import { CodeCard, type CodeView } from '../lapor/code/code-card.tsx'

export type SecondPageProps = PageFrame & {
  readonly proof: string
  readonly nonce: string
  /** Once it is made. */
  readonly code?: CodeView
}

export function SecondPage({ lang, t, demo, proof, nonce, code }: SecondPageProps) {
  const words = t.kode
  return (
    <PublicPage lang={lang} t={t} demo={demo} title={t.situs.titles.form}>
      <h1>{words.secondTitle}</h1>
      {code === undefined ? (
        <Ticks yes={[words.secondText]} no={[words.secondNot, words.secondReplaces]} />
      ) : (
        <>
          <CodeCard code={code} pinLabel={words.pin} />
          <p class="hint">{words.secondGive}</p>
        </>
      )}
      <form method="post" action={href(lang, '/lacak')}>
        <HiddenFields
          fields={[
            ['proof', proof],
            ['nonce', nonce],
          ]}
        />
        <div class="buttons row">
          {code === undefined && (
            <button class="button" name="go" value="second-make">
              {words.secondMake}
            </button>
          )}
          <button class="button quiet" name="go" value="open">
            {t.situs.back}
          </button>
        </div>
      </form>
    </PublicPage>
  )
}
