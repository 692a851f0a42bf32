import type { PublicRoute } from '../http.ts'
import { bantuDiriRoutes } from './bantu-diri/bantu-diri-routes.ts'
import { refundLetterRoutes } from './bantu-diri/surat/refund-letter-routes.ts'
import { companyRoutes } from './bantu-diri/company-routes.ts'
import { aturanRoutes } from './aturan/aturan-routes.ts'
import { bahayaRoutes } from './bahaya/bahaya-routes.ts'
import { skemaRoutes } from './skema/skema-routes.ts'
import { usulanRoutes } from './usulan/usulan-routes.ts'
import { hukumRoutes } from './hukum/hukum-routes.ts'
import { hakRoutes } from './hak/hak-routes.ts'
import { halamanRoutes } from './halaman/halaman-routes.ts'
import { layananRoutes } from './halaman/layanan-routes.ts'
import { desaRoutes } from './desa/desa-routes.ts'
import { harmonisasiRoutes } from './harmonisasi/harmonisasi-routes.ts'
import { infoRoutes } from './info/info-routes.ts'
import { keluargaRoutes } from './keluarga/keluarga-routes.ts'
import { lacakRoutes } from './lacak/lacak-routes.ts'
import { laporRoutes } from './lapor/lapor-routes.ts'
import { perjanjianRoutes } from './perjanjian/perjanjian-routes.ts'
import { negaraRoutes } from './negara/negara-routes.ts'

/** Every public address. */
export const siteRoutes: readonly PublicRoute[] = [
  ...halamanRoutes,
  ...layananRoutes,
  ...aturanRoutes,
  ...hukumRoutes,
  ...usulanRoutes,
  ...skemaRoutes,
  ...bahayaRoutes,
  ...desaRoutes,
  ...harmonisasiRoutes,
  ...laporRoutes,
  ...keluargaRoutes,
  ...infoRoutes,
  ...lacakRoutes,
  ...hakRoutes,
  ...negaraRoutes,
  ...perjanjianRoutes,
  ...bantuDiriRoutes,
  ...refundLetterRoutes,
  ...companyRoutes,
]
