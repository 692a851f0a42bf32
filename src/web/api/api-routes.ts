import { conclusionsApi } from './conclusions-api.ts'
import { casesApi } from './programs/cases-api.ts'
import { eventsApi } from './programs/events-api.ts'
import { htcdsApi } from './programs/htcds-api.ts'
import { inboxApi } from './programs/inbox-api.ts'
import { networksApi } from './programs/networks-api.ts'
import { matchesApi } from './programs/matches-api.ts'
import { offerApi } from './programs/offer-api.ts'
import { oldListsApi } from './programs/old-lists-api.ts'
import { referralsApi } from './programs/referrals-api.ts'
import { immigrationApi } from './programs/immigration-api.ts'
import { sharingApi } from './programs/sharing-api.ts'
import { taskForceApi } from './programs/task-force-api.ts'
import { advocacyApi } from './public/advocacy-api.ts'
import { agreementsApi } from './public/agreements-api.ts'
import { directoryApi } from './public/directory-api.ts'
import { followApi } from './public/follow-api.ts'
import { followFilesApi } from './public/follow-files-api.ts'
import { lawApi } from './public/law-api.ts'
import { reportsApi } from './public/reports-api.ts'
import { rightsApi } from './public/rights-api.ts'
import type { ApiRoute } from './route.ts'

/** Every address of the API. */
export const apiRoutes: readonly ApiRoute[] = [
  ...reportsApi,
  ...followApi,
  ...followFilesApi,
  ...rightsApi,
  ...directoryApi,
  ...agreementsApi,
  ...advocacyApi,
  ...conclusionsApi,
  ...lawApi,
  ...inboxApi,
  ...casesApi,
  ...matchesApi,
  ...networksApi,
  ...htcdsApi,
  ...offerApi,
  ...oldListsApi,
  ...referralsApi,
  ...taskForceApi,
  ...sharingApi,
  ...immigrationApi,
  ...eventsApi,
]
