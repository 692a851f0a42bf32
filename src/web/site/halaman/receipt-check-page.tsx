/** Anyone may check a receipt. The answer says only that a body received something at a time. */
import { href } from '#src/web/ui/href.ts'
import { Icon } from '#src/web/ui/icons.tsx'
import { ErrorSummary, Notice, problemOf, TextField } from '#src/web/ui/public/form-parts.tsx'
import { PublicPage, type PageFrame } from '#src/web/ui/public/layout.tsx'

export type ReceiptCheck =
  | { readonly result: 'not-asked' }
  | { readonly result: 'missing' | 'not-real'; readonly number: string; readonly signature: string }
  | { readonly result: 'real'; readonly body: string; readonly time: string }

export type ReceiptCheckPageProps = PageFrame & { readonly check: ReceiptCheck }

export function ReceiptCheckPage({ lang, t, demo, check }: ReceiptCheckPageProps) {
  const words = t.halaman.receipt
  const typed = 'number' in check ? check : undefined
  const problems =
    typed === undefined
      ? []
      : [{ field: 'number', message: typed.result === 'missing' ? words.missing : words.notReal }]
  return (
    <PublicPage
      lang={lang}
      t={t}
      demo={demo}
      title={t.situs.titles.form}
      path="/tanda-terima"
      hasProblems={problems.length > 0}
    >
      <a class="back" href={href(lang, '/')}>
        <Icon name="kembali" />
        {t.situs.back}
      </a>
      <ErrorSummary title={t.situs.problemTitle} problems={problems} />
      <h1>{words.title}</h1>
      <p class="lead">{words.lead}</p>
      {check.result === 'real' && (
        <Notice icon="centang" title={words.real} live>
          {words.realText(check.body, check.time)}
        </Notice>
      )}
      <form method="post" action={href(lang, '/tanda-terima')}>
        <TextField
          id="number"
          name="number"
          label={words.number}
          value={typed?.number}
          problem={problemOf(problems, 'number')}
          maxlength={200}
        />
        <TextField
          id="signature"
          name="signature"
          label={words.signature}
          value={typed?.signature}
          maxlength={400}
        />
        <div class="buttons">
          <button class="button">{words.check}</button>
        </div>
      </form>
    </PublicPage>
  )
}
