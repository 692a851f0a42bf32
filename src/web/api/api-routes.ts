import { directoryApi } from './public/directory-api.ts'
import { followApi } from './public/follow-api.ts'
import { followFilesApi } from './public/follow-files-api.ts'
import { reportsApi } from './public/reports-api.ts'
import type { ApiRoute } from './route.ts'

/** Every address of the API. */
export const apiRoutes: readonly ApiRoute[] = [
  ...reportsApi,
  ...followApi,
  ...followFilesApi,
  ...directoryApi,
]
