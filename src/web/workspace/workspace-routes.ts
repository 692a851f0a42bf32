import type { Route } from '../http.ts'
import { fileRoutes } from './berkas/file-routes.ts'
import { signInRoutes } from './petugas/sign-in-routes.tsx'

/** Every address of the workspace. */
export const workspaceRoutes: readonly Route[] = [...signInRoutes, ...fileRoutes]
