import type { Route } from '../http.ts'

/** Every address of the workspace. */
export const workspaceRoutes: readonly Route[] = []
