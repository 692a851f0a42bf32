/** The pages on rights and next steps as they are today, for the page tests. */
import { CASE_TYPES_OF_WHAT } from '#src/domain/reports/report.ts'
import { embassyViews, officeViews, rightViews, stepViews } from '#src/web/standard-steps-view.ts'
import type { Option } from '#src/web/ui/public/form-parts.tsx'
import type { PageFrame } from '#src/web/ui/public/layout.tsx'
import { HakPage } from './hak-page.tsx'
import { NextCountryPage, NextStepsPage, NextWhatPage, PLAIN_PROBLEMS } from './next-page.tsx'

const DAY = '2026-11-21'
/** The country with most to say, one that was not checked, and none. */
const PLACES = ['KR', 'MY', 'FR', undefined] as const

export function hakPages(frame: PageFrame, countries: readonly Option[]) {
  const reader = { ...frame, asOf: DAY }
  return {
    hak: (
      <HakPage
        {...frame}
        rights={{
          before: rightViews(reader, 'before'),
          during: rightViews(reader, 'during'),
          after: rightViews(reader, 'after'),
        }}
        can={embassyViews(reader, 'can')}
        cannot={embassyViews(reader, 'cannot')}
      />
    ),
    'sesudah-lapor': <NextWhatPage {...frame} />,
    'sesudah-lapor-salah': <NextWhatPage {...frame} problem="missing" />,
    'sesudah-lapor-negara': <NextCountryPage {...frame} what="gaji" countries={countries} />,
    ...Object.fromEntries(
      PLAIN_PROBLEMS.flatMap((what) =>
        PLACES.map((iso) => [
          `sesudah-lapor-${what}-${iso ?? 'tanpa'}`,
          <NextStepsPage
            {...frame}
            what={what}
            steps={stepViews(reader, CASE_TYPES_OF_WHAT[what], iso)}
            offices={iso === undefined ? [] : officeViews(reader, iso)}
            {...(iso !== undefined && { country: { name: iso, abroad: 'abroad' as const } })}
          />,
        ]),
      ),
    ),
  }
}
