export { handOverFiles } from './hand-over-files.ts'
export { hasOpenWork } from './hand-over-queries.ts'
