import { Choices, Group } from '#src/web/ui/public/form-parts.tsx'
import { DangerNotice } from '../danger-notice.tsx'
import { textOf } from '../fields.ts'
import type { QuestionProps } from './question.ts'

export function QuestionDanger(props: QuestionProps) {
  const { t, form } = props
  const words = t.lapor.danger
  const own = (textOf(form, 'about') || 'myself') === 'myself'
  return (
    <>
      <Group id="danger" legend={<h1>{own ? words.title : words.titleOther}</h1>} hint={words.hint}>
        <Choices
          type="radio"
          name="danger"
          chosen={form.danger}
          options={[
            { value: 'now', label: words.now, hint: words.nowHint },
            { value: 'soon', label: words.soon, hint: words.soonHint },
            { value: 'no', label: words.no, hint: words.noHint },
            { value: 'unknown', label: words.unknown },
          ]}
        />
      </Group>
      <DangerNotice {...props} country={textOf(form, 'place.country')} className="if-now" />
    </>
  )
}
