import type { Texts } from '#src/texts/texts.ts'
import { href, type Lang } from '#src/web/ui/href.ts'
import { HiddenFields } from '#src/web/ui/public/form-parts.tsx'

/** A signed receipt without content. `time` in words with its zone; `number` and `signature` as printed. */
export type ReceiptView = {
  readonly time: string
  readonly body: string
  readonly number: string
  readonly signature: string
}

type ReceiptOfferProps = {
  readonly lang: Lang
  readonly t: Texts
  readonly proof: string
  readonly receipt?: ReceiptView
}

/** Made only if wanted: a receipt that is found proves that somebody reported. */
export function ReceiptOffer({ lang, t, proof, receipt }: ReceiptOfferProps) {
  return (
    <section id="tanda-terima">
      <h2>{t.kode.receiptTitle}</h2>
      <p class="hint">{t.kode.receiptText}</p>
      {receipt === undefined ? (
        <form method="post" action={href(lang, '/lapor#tanda-terima')}>
          <HiddenFields fields={[['proof', proof]]} />
          <div class="buttons">
            <button class="button quiet" name="go" value="receipt">
              {t.kode.receiptMake}
            </button>
          </div>
        </form>
      ) : (
        <>
          <dl class="receipt">
            <dt>{t.kode.receiptTime}</dt>
            <dd>{receipt.time}</dd>
            <dt>{t.kode.receiptBody}</dt>
            <dd>{receipt.body}</dd>
            <dt>{t.kode.receiptNumber}</dt>
            <dd translate="no">{receipt.number}</dd>
            <dt>{t.kode.receiptSignature}</dt>
            <dd translate="no">{receipt.signature}</dd>
          </dl>
          <p>
            <a href={href(lang, '/tanda-terima')}>{t.kode.receiptCheck}</a>
          </p>
        </>
      )}
    </section>
  )
}
