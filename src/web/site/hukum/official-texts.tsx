/** The texts of an instrument that two people have read, to take away. */
import type { OfficialTextKind, OfficialTextLanguage } from '#src/domain/law/official-text.ts'
import { sizeWords, typeWords } from '#src/web/official-text-file.ts'
import { href } from '#src/web/ui/href.ts'
import { plainDate } from '#src/web/ui/when.ts'
import type { LawWords } from './law-parts.tsx'

export type PublicText = {
  readonly id: string
  readonly language: OfficialTextLanguage
  readonly kind: OfficialTextKind
  readonly source: string
  readonly url: string | undefined
  readonly retrievedOn: string
  readonly mediaType: string
  readonly size: number
  readonly readAt: Date
  readonly bodies: readonly [first: string, second: string]
}

export function OfficialTexts(
  props: LawWords & { readonly instrument: string; readonly texts: readonly PublicText[] },
) {
  const { lang, t, instrument, texts } = props
  const words = t.naskah
  if (texts.length === 0) return <></>
  return (
    <>
      <h2>{words.attachedTitle}</h2>
      <ul class="rows">
        {texts.map((text) => (
          <li>
            <a href={href(lang, `/hukum/${instrument}/naskah/${text.id}`)} download>
              {words.download(
                `${words.kind[text.kind]}, ${words.language[text.language]}`,
                typeWords(text.mediaType),
                sizeWords(lang, text.size),
              )}
            </a>
            {text.kind === 'example' && (
              <>
                <br />
                <strong>{words.example}</strong>
              </>
            )}
            <br />
            <small>
              {words.source(text.source)}{' '}
              {text.url !== undefined && (
                <>
                  <a href={text.url} rel="noreferrer external">
                    {words.sourceLink}
                  </a>
                  {'. '}
                </>
              )}
              {words.retrieved(plainDate(lang, text.retrievedOn))}{' '}
              {words.readByTwo(plainDate(lang, text.readAt.toISOString().slice(0, 10)))}{' '}
              {words.bodies(...text.bodies)}
            </small>
          </li>
        ))}
      </ul>
    </>
  )
}
