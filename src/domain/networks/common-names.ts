/**
 * How often a given name stands in Indonesian names, per 100 000: so that in a small installation too a common name
 * joins nobody. Origin: name_pools.json (own count of tokens in public judgments; Nuranti, Yulianti, Husin 2022,
 * indo-law), retrieved 2026-11-21. The program counts its own names beside these.
 */
const SHARES =
  'muhammad:1585 siti:1565 sri:1241 nur:1111 agus:863 dwi:817 tri:633 dewi:609 eko:566 sari:565 putri:516 ' +
  'budi:463 lestari:459 setiawan:443 wahyu:434 ahmad:419 abdul:413 santoso:401 puji:377 agung:376 ayu:373 ' +
  'suci:342 rahayu:335 slamet:298 asep:297 wahyudi:297 endang:297 adi:292 wati:286 kurniawan:286 arif:285 ' +
  'susanto:279 ari:276 susanti:273 joko:267 khasanah:267 ratna:261 hidayat:255 dian:254 nurul:253 ' +
  'prasetyo:249 astuti:242 eka:241 ade:233 ani:230 wibowo:213 arifin:212 hadi:212 hermawan:212 nugroho:212 ' +
  'nurhayati:211 wahyuni:205 saputra:200 indah:199 iwan:194 gunawan:189 handayani:180 fitri:180 ' +
  'supriyanto:176 susi:174 ika:173 yuli:173 dede:171 wijaya:171 aris:171 imam:170 purwanto:170 widodo:170 ' +
  'yanti:168 ida:168 iis:168 fajar:165 heru:164 edi:164 rudi:164 putra:164 desi:161 ali:158 sutrisno:158 ' +
  'ningsih:155 wulandari:155 hari:153 teguh:152 andri:152 rahmawati:149 suryani:149 kurnia:147 achmad:146 ' +
  'rini:143 yuni:143 dedi:140 efendi:140 hendra:140 umi:137 wiwik:137 bagus:134 fitria:130 ina:130 ' +
  'lilis:130 aminah:130 maulana:128 lia:124 novita:124 yeni:124 setyowati:124 yati:124 indra:122 ' +
  'darmawan:121 irawan:121 siswanto:121 eni:118 heni:118 pratiwi:118 rina:118 titin:118 yani:118 ' +
  'ernawati:118 setiawati:118 pratama:116 deni:116 andi:115 bambang:115 bayu:115 fauzi:115 nanang:115 ' +
  'ridwan:115 utomo:115 saputro:115 amelia:112 wahyuningsih:112 aulia:112 novi:112 puspita:112 mulyani:112 ' +
  'kusuma:111 dani:110 ismail:109 samsul:109 yusuf:109 setyawan:109 supriyadi:109 amalia:106 khotimah:106 ' +
  'yuliani:106 devi:105 fatimah:105 nunung:105 mulyadi:103 rahmat:103 sugeng:103'

export const COMMON_NAMES: readonly (readonly [name: string, share: number])[] = SHARES.split(' ').map(
  (pair) => {
    const [name = '', share = '0'] = pair.split(':')
    return [name, Number(share) / 100_000]
  },
)
