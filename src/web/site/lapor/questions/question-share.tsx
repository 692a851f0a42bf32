import { KEEP_FROM_KINDS, READER_KINDS } from '#src/domain/reports/report.ts'
import { Choices, Group, problemOf, TextField } from '#src/web/ui/public/form-parts.tsx'
import { REPORT_FIELDS, SHARE_ANSWERS, textOf } from '../fields.ts'
import type { QuestionProps } from './question.ts'

export function QuestionShare(props: QuestionProps) {
  const { t, form, fieldProblems } = props
  const words = t.lapor.share
  return (
    <>
      <Group id="share" legend={<h1>{words.title}</h1>} hint={words.hint}>
        <Choices
          type="radio"
          name="share"
          chosen={form.share}
          options={SHARE_ANSWERS.map((value) => ({ value, label: words.answers[value] }))}
        />
      </Group>
      <div class="if-chosen">
        <Group
          id="shareWith"
          legend={<h2>{words.withWhom}</h2>}
          hint={words.withWhomHint}
          problem={problemOf(fieldProblems, 'shareWith')}
        >
          <Choices
            type="checkbox"
            name="shareWith"
            chosen={form.shareWith}
            options={READER_KINDS.map((value) => ({ value, label: words.readers[value] }))}
          />
        </Group>
      </div>
      <p class="small after">{words.exception}</p>
      <KeepFrom {...props} />
      <details open={form.deskChoice.length > 0}>
        <summary>{words.desk}</summary>
        <Group id="deskChoice" legend={<span class="hidden">{words.desk}</span>} hint={words.deskHint}>
          <Choices
            type="radio"
            name="deskChoice"
            chosen={form.deskChoice}
            options={props.choices.desks.map((value) => ({ value, label: words.desks[value] }))}
          />
        </Group>
      </details>
    </>
  )
}

function KeepFrom({ t, form, fieldProblems }: QuestionProps) {
  const words = t.lapor.share
  return (
    <Group id="keepFrom" legend={<h2>{words.keepFrom}</h2>} hint={words.keepFromHint}>
      <Choices
        type="checkbox"
        name="keepFrom"
        chosen={form.keepFrom}
        options={KEEP_FROM_KINDS.map((value) => ({ value, label: words.keepFromKinds[value] }))}
      />
      <div class="if-other">
        <TextField
          id="keepFrom-words"
          name="keepFrom-words"
          label={words.keepFromWords}
          value={textOf(form, 'keepFrom-words')}
          problem={problemOf(fieldProblems, 'keepFrom-words')}
          maxlength={REPORT_FIELDS['keepFrom-words'].longest}
        />
      </div>
    </Group>
  )
}
