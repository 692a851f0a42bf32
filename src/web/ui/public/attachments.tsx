/** The form that adds a file to a stored report, and the list of what has arrived. */
import type { Texts } from '#src/texts/texts.ts'
import { Icon, type IconName } from '../icons.tsx'
import { FileField, HiddenFields, type Carried } from './form-parts.tsx'

export const FILE_PROBLEMS = ['missing', 'too-big', 'wrong-kind', 'empty', 'too-many', 'expired'] as const
export type FileProblem = (typeof FILE_PROBLEMS)[number]

export type AttachmentKind = 'image' | 'document' | 'sound'

/** What the reporter may see of an own file: its kind and when, never its name, which may tell a story. */
export type AttachmentView = {
  readonly kind: AttachmentKind
  readonly when: string
  /** `kept`: what its maker put in (who, when, where) is still inside, and the reporter is told. */
  readonly metadata?: 'removed' | 'kept'
}

export type AttachmentsProps = {
  readonly t: Texts
  readonly action: string
  /** Proof of possession and what else the route needs. */
  readonly hidden: Carried
  readonly attachments: readonly AttachmentView[]
  readonly problem?: FileProblem
  readonly megabytes: number
  readonly filesLeft: number
}

const ICON_OF: Readonly<Record<AttachmentKind, IconName>> = {
  image: 'bukti',
  document: 'dokumen',
  sound: 'suara',
}

/** Offered to the phone's file picker; the server looks at the content and decides by itself. */
const ACCEPT =
  'image/*,audio/*,.heic,.heif,.amr,.3gp,.m4a,.opus,.pdf,.doc,.docx,.xls,.xlsx,.odt,.ods,application/pdf'

export function Attachments(props: AttachmentsProps) {
  const { t, action, hidden, attachments, problem, megabytes, filesLeft } = props
  return (
    <section id="berkas">
      <h2>{t.kode.filesTitle}</h2>
      {attachments.length > 0 && (
        <ul class="ticks">
          {attachments.map(({ kind, when, metadata }) => (
            <li>
              <Icon name={ICON_OF[kind]} />
              <span>
                {t.kode.fileKinds[kind]}. {t.kode.fileTaken}, {when}.
                {metadata === 'kept' && ` ${t.pelapor.fileKept}.`}
              </span>
            </li>
          ))}
        </ul>
      )}
      {filesLeft <= 0 ? (
        <p class="hint">{t.kode.filesFull}</p>
      ) : (
        <form method="post" action={action} enctype="multipart/form-data">
          <HiddenFields fields={hidden} />
          <FileField
            id="file"
            name="file"
            accept={ACCEPT}
            label={t.kode.fileLabel}
            hint={`${t.kode.filesHint(megabytes)} ${t.kode.filesLeft(filesLeft)}`}
            problem={problem === undefined ? undefined : t.kode.fileProblems[problem]}
          />
          <p class="small after">{t.kode.filesSafe}</p>
          <div class="buttons">
            <button class="button quiet" name="go" value="attach">
              {t.kode.fileSend}
            </button>
          </div>
        </form>
      )}
    </section>
  )
}
