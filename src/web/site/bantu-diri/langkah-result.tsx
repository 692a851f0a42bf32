import type { Conclusion } from '#src/domain/rulebook/conclusion.ts'
import type { DepartureAnswer } from '#src/domain/rulebook/departure-documents/departure-documents.ts'
import { Icon } from '#src/web/ui/icons.tsx'
import { Notice } from '#src/web/ui/public/form-parts.tsx'
import type { PageFrame } from '#src/web/ui/public/layout.tsx'

type Props = PageFrame & { readonly conclusion: Conclusion<DepartureAnswer> }

/** What the law asks for and where it is given. It never says that somebody may not leave. */
export function LangkahResult({ t, conclusion }: Props) {
  const words = t.bantuDiri.langkah
  const { answer } = conclusion
  if (typeof answer === 'string' || answer.law === 'not-under-this-law')
    return (
      <>
        <h1>{words.title}</h1>
        <p class="lead">{typeof answer === 'string' ? t.bantuDiri.notEnough : words.outside}</p>
      </>
    )
  return (
    <>
      <h1>{words.title}</h1>
      <p class="lead">{words.oneStop}</p>
      {answer.stops.length > 0 && (
        <Notice kind="danger" icon="larang" title={words.careTitle}>
          {answer.stops.map((stop) => (
            <p>{words.stops[stop]}</p>
          ))}
        </Notice>
      )}
      <ul class="ticks">
        {answer.documents
          .filter((each) => each.needed !== 'no')
          .map((each) => (
            <li>
              <Icon name={each.has === 'yes' ? 'centang' : 'dokumen'} />
              <span>
                {words.documents[each.document]}
                {each.has !== 'yes' && (
                  <span class="cite">
                    {words.at} {each.desks.map((desk) => words.desks[desk]).join(', ')}.
                  </span>
                )}
                {each.with !== undefined && <span class="cite">{words.marriageBook}</span>}
                {each.needed === 'unclear' && <span class="cite">{words.perhaps}</span>}
              </span>
            </li>
          ))}
      </ul>
    </>
  )
}
