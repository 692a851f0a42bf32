import type { Route } from '../http.ts'
import { fileRoutes } from './berkas/file-routes.ts'
import { signInRoutes } from './petugas/sign-in-routes.tsx'
import { accountRoutes } from './pengaturan/account-routes.tsx'
import { clientRoutes } from './pengaturan/client-routes.tsx'
import { organisationRoutes } from './pengaturan/organisation-routes.tsx'
import { roleRoutes } from './pengaturan/role-routes.tsx'
import { settingsRoutes } from './pengaturan/settings-routes.tsx'
import { ownRoutes } from './saya/own-routes.tsx'

/** Every address of the workspace. */
export const workspaceRoutes: readonly Route[] = [
  ...signInRoutes,
  ...ownRoutes,
  ...settingsRoutes,
  ...roleRoutes,
  ...organisationRoutes,
  ...clientRoutes,
  ...accountRoutes,
  ...fileRoutes,
]
