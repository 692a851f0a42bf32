/** The ministry's dated lists of licensed placement companies: import, history, and the look-up of a name. */
export type { Draft } from './draft-queries.ts'
export {
  describeImport,
  importList,
  previewImport,
  readImport,
  setListAside,
  startImport,
  type ImportPreview,
  type ImportSaid,
} from './import-list.ts'
export { loadDemoList } from './load-demo-list.ts'
export { checkCompany, readRegisterInForce, type CompanyCheck, type RegisterInForce } from './look-up.ts'
export {
  COMPANIES_A_PAGE,
  listRegisters,
  readWholeRegister,
  searchRegister,
  type RegisterRow,
} from './read-registers.ts'
