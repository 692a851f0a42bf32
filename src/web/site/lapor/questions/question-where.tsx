import { Group, problemOf, SelectField, TextField } from '#src/web/ui/public/form-parts.tsx'
import { AT_SEA, COUNTRY_UNKNOWN, REPORT_FIELDS, textOf } from '../fields.ts'
import type { QuestionProps } from './question.ts'

export function QuestionWhere({ t, form, choices, fieldProblems }: QuestionProps) {
  const words = t.lapor.where
  const own = (textOf(form, 'about') || 'myself') === 'myself'
  return (
    <Group id="place" legend={<h1>{own ? words.title : words.titleOther}</h1>} hint={words.hint}>
      <SelectField
        id="place.country"
        name="place.country"
        label={words.country}
        value={textOf(form, 'place.country')}
        problem={problemOf(fieldProblems, 'place.country')}
        options={[
          { value: '', label: words.choose },
          ...choices.countries,
          { value: AT_SEA, label: words.sea },
          { value: COUNTRY_UNKNOWN, label: words.unknown },
        ]}
      />
      <TextField
        id="place.words"
        name="place.words"
        label={words.words}
        hint={words.wordsHint}
        value={textOf(form, 'place.words')}
        problem={problemOf(fieldProblems, 'place.words')}
        maxlength={REPORT_FIELDS['place.words'].longest}
      />
      {choices.provinces.length > 0 && (
        <div class="if-home">
          <SelectField
            id="place.region"
            name="place.region"
            label={words.region}
            value={textOf(form, 'place.region')}
            options={[{ value: '', label: words.chooseRegion }, ...choices.provinces]}
          />
        </div>
      )}
    </Group>
  )
}
