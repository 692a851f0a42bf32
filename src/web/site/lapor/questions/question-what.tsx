import { WHAT_HAPPENED, type WhatHappened } from '#src/domain/reports/report.ts'
import type { IconName } from '#src/web/ui/icons.tsx'
import { Choice, Choices, Group, problemOf, TextArea, TextField } from '#src/web/ui/public/form-parts.tsx'
import { FORM_ABOUT, textOf } from '../fields.ts'
import type { QuestionProps } from './question.ts'

/** The picture of each plain choice, the same wherever it stands. */
export const ICON_OF: Readonly<Record<Exclude<WhatHappened, 'lain'>, IconName>> = {
  gaji: 'uang',
  pukul: 'pukul',
  kunci: 'kunci',
  paspor: 'paspor',
  tubuh: 'tubuh',
  paksa: 'paksa',
  utang: 'utang',
  tipu: 'tipu',
  sakit: 'sakit',
  ditahan: 'ditahan',
  pulang: 'pulang',
  duka: 'duka',
}

export function QuestionWhat({ t, form, fieldProblems }: QuestionProps) {
  const words = t.lapor.what
  return (
    <>
      <Group id="what" legend={<h1>{words.title}</h1>} hint={words.hint}>
        <div class="choices tiles">
          {WHAT_HAPPENED.filter((code) => code !== 'lain').map((code) => (
            <Choice
              type="checkbox"
              name="what"
              option={{ value: code, label: words.choices[code] }}
              checked={form.what.includes(code)}
              icon={ICON_OF[code]}
            />
          ))}
        </div>
        <div class="choices or">
          <Choice
            type="checkbox"
            name="what"
            option={{ value: 'lain', label: words.choices.lain }}
            checked={form.what.includes('lain')}
          />
        </div>
      </Group>
      <TextArea
        id="story"
        name="story"
        label={words.story}
        hint={words.storyHint}
        value={textOf(form, 'story')}
        problem={problemOf(fieldProblems, 'story')}
      />
      <Group id="about" legend={<h2>{words.about}</h2>}>
        <Choices
          type="radio"
          name="about"
          chosen={form.about}
          options={FORM_ABOUT.map((value) => ({ value, label: words.aboutChoices[value] }))}
        />
      </Group>
      <div class="if-group">
        <TextField
          id="peopleCount"
          name="peopleCount"
          label={words.count}
          hint={words.countHint}
          numeric
          value={textOf(form, 'peopleCount')}
          problem={problemOf(fieldProblems, 'peopleCount')}
        />
      </div>
    </>
  )
}
