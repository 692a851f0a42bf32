import { negara as negaraEn } from './en/negara.ts'
import { negara as negaraId } from './id/negara.ts'
/**
 * Every sentence that a person reads, by language and area. Indonesian is the source: it defines the keys,
 * and every other language must have them all. To add an area: one file in id/, one in en/, one line in each list.
 */
import { perjanjian as perjanjianEn } from './en/perjanjian.ts'
import { perjanjian as perjanjianId } from './id/perjanjian.ts'
import { kerjaPerjanjian as kerjaPerjanjianEn } from './en/kerja-perjanjian.ts'
import { kerjaPerjanjian as kerjaPerjanjianId } from './id/kerja-perjanjian.ts'
import { harmonisasi as harmonisasiEn } from './en/harmonisasi.ts'
import { harmonisasi as harmonisasiId } from './id/harmonisasi.ts'
import { desa as desaEn } from './en/desa.ts'
import { desa as desaId } from './id/desa.ts'
import { kerjaKlausul as kerjaKlausulEn } from './en/kerja-klausul.ts'
import { kerjaKlausul as kerjaKlausulId } from './id/kerja-klausul.ts'
import { kerjaBanding as kerjaBandingEn } from './en/kerja-banding.ts'
import { kerjaBanding as kerjaBandingId } from './id/kerja-banding.ts'
import { aturan as aturanEn } from './en/aturan.ts'
import { hukum as hukumEn } from './en/hukum.ts'
import { hukum as hukumId } from './id/hukum.ts'
import { aturan as aturanId } from './id/aturan.ts'
import { naskah as naskahEn } from './en/naskah.ts'
import { naskah as naskahId } from './id/naskah.ts'
import { kerjaJaringan as kerjaJaringanEn } from './en/kerja-jaringan.ts'
import { kerjaJaringan as kerjaJaringanId } from './id/kerja-jaringan.ts'
import { kerjaPencarian as kerjaPencarianEn } from './en/kerja-pencarian.ts'
import { kerjaPencarian as kerjaPencarianId } from './id/kerja-pencarian.ts'
import { kerjaPustaka as kerjaPustakaEn } from './en/kerja-pustaka.ts'
import { kerjaPustaka as kerjaPustakaId } from './id/kerja-pustaka.ts'
import { kerjaAdvokasi as kerjaAdvokasiEn } from './en/kerja-advokasi.ts'
import { kerjaAdvokasi as kerjaAdvokasiId } from './id/kerja-advokasi.ts'
import { kerjaSatgas as kerjaSatgasEn } from './en/kerja-satgas.ts'
import { kerjaSatgas as kerjaSatgasId } from './id/kerja-satgas.ts'
import { kerjaMla as kerjaMlaEn } from './en/kerja-mla.ts'
import { kerjaMla as kerjaMlaId } from './id/kerja-mla.ts'
import { kerjaJalur as kerjaJalurEn } from './en/kerja-jalur.ts'
import { kerjaJalur as kerjaJalurId } from './id/kerja-jalur.ts'
import { kerjaHambatan as kerjaHambatanEn } from './en/kerja-hambatan.ts'
import { kerjaHambatan as kerjaHambatanId } from './id/kerja-hambatan.ts'
import { usulan as usulanEn } from './en/usulan.ts'
import { usulan as usulanId } from './id/usulan.ts'
import { kerjaHukum as kerjaHukumEn } from './en/kerja-hukum.ts'
import { kerjaHukum as kerjaHukumId } from './id/kerja-hukum.ts'
import { kerjaBerbagi as kerjaBerbagiEn } from './en/kerja-berbagi.ts'
import { kerjaBerbagi as kerjaBerbagiId } from './id/kerja-berbagi.ts'
import { kerjaWebhook as kerjaWebhookEn } from './en/kerja-webhook.ts'
import { kerjaWebhook as kerjaWebhookId } from './id/kerja-webhook.ts'
import { kerjaMitra as kerjaMitraEn } from './en/kerja-mitra.ts'
import { kerjaMitra as kerjaMitraId } from './id/kerja-mitra.ts'
import { kerjaDaftarLama as kerjaDaftarLamaEn } from './en/kerja-daftar-lama.ts'
import { kerjaDaftarLama as kerjaDaftarLamaId } from './id/kerja-daftar-lama.ts'
import { kerjaTukar as kerjaTukarEn } from './en/kerja-tukar.ts'
import { kerjaTukar as kerjaTukarId } from './id/kerja-tukar.ts'
import { kerjaHtcds as kerjaHtcdsEn } from './en/kerja-htcds.ts'
import { kerjaImigrasi as kerjaImigrasiEn } from './en/kerja-imigrasi.ts'
import { kerjaHtcds as kerjaHtcdsId } from './id/kerja-htcds.ts'
import { kerjaImigrasi as kerjaImigrasiId } from './id/kerja-imigrasi.ts'
import { kerjaRestitusi as kerjaRestitusiEn } from './en/kerja-restitusi.ts'
import { kerjaRestitusi as kerjaRestitusiId } from './id/kerja-restitusi.ts'
import { kerjaP3mi as kerjaP3miEn } from './en/kerja-p3mi.ts'
import { kerjaP3mi as kerjaP3miId } from './id/kerja-p3mi.ts'
import { kerjaUpah as kerjaUpahEn } from './en/kerja-upah.ts'
import { kerjaKlaim as kerjaKlaimEn } from './en/kerja-klaim.ts'
import { kerjaUpah as kerjaUpahId } from './id/kerja-upah.ts'
import { suratBiaya as suratBiayaEn } from './en/surat-biaya.ts'
import { suratBiaya as suratBiayaId } from './id/surat-biaya.ts'
import { kerjaKlaim as kerjaKlaimId } from './id/kerja-klaim.ts'
import { kerjaSkrining as kerjaSkriningEn } from './en/kerja-skrining.ts'
import { kerjaSkrining as kerjaSkriningId } from './id/kerja-skrining.ts'
import { langkahKasus as langkahKasusEn } from './en/langkah-kasus.ts'
import { langkahKasus as langkahKasusId } from './id/langkah-kasus.ts'
import { kerjaBerkas as kerjaBerkasEn } from './en/kerja-berkas.ts'
import { kerjaBerkas as kerjaBerkasId } from './id/kerja-berkas.ts'
import { kerjaKabar as kerjaKabarEn } from './en/kerja-kabar.ts'
import { kerjaKabar as kerjaKabarId } from './id/kerja-kabar.ts'
import { kerjaPengaturan as kerjaPengaturanEn } from './en/kerja-pengaturan.ts'
import { kerjaPengaturan as kerjaPengaturanId } from './id/kerja-pengaturan.ts'
import { kerjaDirektori as kerjaDirektoriEn } from './en/kerja-direktori.ts'
import { kerjaDirektori as kerjaDirektoriId } from './id/kerja-direktori.ts'
import { kerjaCari as kerjaCariEn } from './en/kerja-cari.ts'
import { kerjaCari as kerjaCariId } from './id/kerja-cari.ts'
import { kerjaCatat as kerjaCatatEn } from './en/kerja-catat.ts'
import { kerjaCatat as kerjaCatatId } from './id/kerja-catat.ts'
import { kerjaAkun as kerjaAkunEn } from './en/kerja-akun.ts'
import { kerjaAkun as kerjaAkunId } from './id/kerja-akun.ts'
import { kerjaUmum as kerjaUmumEn } from './en/kerja-umum.ts'
import { kerjaUmum as kerjaUmumId } from './id/kerja-umum.ts'
import { kerjaRujukan as kerjaRujukanEn } from './en/kerja-rujukan.ts'
import { kerjaRujukan as kerjaRujukanId } from './id/kerja-rujukan.ts'
import { kerjaPetugas as kerjaPetugasEn } from './en/kerja-petugas.ts'
import { kerjaPetugas as kerjaPetugasId } from './id/kerja-petugas.ts'
import { kerjaMasuk as kerjaMasukEn } from './en/kerja-masuk.ts'
import { kerjaMasuk as kerjaMasukId } from './id/kerja-masuk.ts'
import { kerjaKode as kerjaKodeEn } from './en/kerja-kode.ts'
import { kerjaKode as kerjaKodeId } from './id/kerja-kode.ts'
import { kerjaKasus as kerjaKasusEn } from './en/kerja-kasus.ts'
import { kerjaKasus as kerjaKasusId } from './id/kerja-kasus.ts'
import { kerjaHariIni as kerjaHariIniEn } from './en/kerja-hari-ini.ts'
import { kerjaJam as kerjaJamEn } from './en/kerja-jam.ts'
import { kerjaKewenangan as kerjaKewenanganEn } from './en/kerja-kewenangan.ts'
import { kerjaHariIni as kerjaHariIniId } from './id/kerja-hari-ini.ts'
import { kerjaJam as kerjaJamId } from './id/kerja-jam.ts'
import { kerjaKewenangan as kerjaKewenanganId } from './id/kerja-kewenangan.ts'
import { kerjaBeban as kerjaBebanEn } from './en/kerja-beban.ts'
import { kerjaBeban as kerjaBebanId } from './id/kerja-beban.ts'
import { pelapor as pelaporEn } from './en/pelapor.ts'
import { pelapor as pelaporId } from './id/pelapor.ts'
import { hak as hakEn } from './en/hak.ts'
import { hak as hakId } from './id/hak.ts'
import { lembaga as lembagaEn } from './en/lembaga.ts'
import { lembaga as lembagaId } from './id/lembaga.ts'
import { kerjaGalat as kerjaGalatEn } from './en/kerja-galat.ts'
import { kerjaGalat as kerjaGalatId } from './id/kerja-galat.ts'
import { suratIsi as suratIsiEn } from './en/surat-isi.ts'
import { suratIsi as suratIsiId } from './id/surat-isi.ts'
import { suratLayar as suratLayarEn } from './en/surat-layar.ts'
import { suratLayar as suratLayarId } from './id/surat-layar.ts'
import { surat as suratEn } from './en/surat.ts'
import { surat as suratId } from './id/surat.ts'
import { api as apiEn } from './en/api.ts'
import { api as apiId } from './id/api.ts'
import { bantuDiri as bantuDiriEn } from './en/bantu-diri.ts'
import { bantuDiri as bantuDiriId } from './id/bantu-diri.ts'
import { bahaya as bahayaEn } from './en/bahaya.ts'
import { halaman as halamanEn } from './en/halaman.ts'
import { keluarga as keluargaEn } from './en/keluarga.ts'
import { kode as kodeEn } from './en/kode.ts'
import { lacak as lacakEn } from './en/lacak.ts'
import { info as infoEn } from './en/info.ts'
import { info as infoId } from './id/info.ts'
import { lapor as laporEn } from './en/lapor.ts'
import { situs as situsEn } from './en/situs.ts'
import { bahaya as bahayaId } from './id/bahaya.ts'
import { halaman as halamanId } from './id/halaman.ts'
import { keluarga as keluargaId } from './id/keluarga.ts'
import { kode as kodeId } from './id/kode.ts'
import { lacak as lacakId } from './id/lacak.ts'
import { lapor as laporId } from './id/lapor.ts'
import { situs as situsId } from './id/situs.ts'

const id = {
  api: apiId,
  perjanjian: perjanjianId,
  kerjaPerjanjian: kerjaPerjanjianId,
  aturan: aturanId,
  kerjaAdvokasi: kerjaAdvokasiId,
  kerjaHambatan: kerjaHambatanId,
  kerjaJalur: kerjaJalurId,
  kerjaMla: kerjaMlaId,
  kerjaSatgas: kerjaSatgasId,
  usulan: usulanId,
  kerjaHukum: kerjaHukumId,
  kerjaBerbagi: kerjaBerbagiId,
  kerjaTukar: kerjaTukarId,
  kerjaDaftarLama: kerjaDaftarLamaId,
  kerjaHtcds: kerjaHtcdsId,
  kerjaImigrasi: kerjaImigrasiId,
  kerjaMitra: kerjaMitraId,
  kerjaWebhook: kerjaWebhookId,
  kerjaPustaka: kerjaPustakaId,
  naskah: naskahId,
  harmonisasi: harmonisasiId,
  desa: desaId,
  kerjaKlausul: kerjaKlausulId,
  kerjaBanding: kerjaBandingId,
  hukum: hukumId,
  kerjaSkrining: kerjaSkriningId,
  kerjaRestitusi: kerjaRestitusiId,
  kerjaUpah: kerjaUpahId,
  suratBiaya: suratBiayaId,
  kerjaKlaim: kerjaKlaimId,
  kerjaAkun: kerjaAkunId,
  pelapor: pelaporId,
  kerjaKabar: kerjaKabarId,
  kerjaBerkas: kerjaBerkasId,
  kerjaPengaturan: kerjaPengaturanId,
  kerjaDirektori: kerjaDirektoriId,
  kerjaCari: kerjaCariId,
  kerjaJaringan: kerjaJaringanId,
  kerjaPencarian: kerjaPencarianId,
  kerjaCatat: kerjaCatatId,
  hak: hakId,
  langkahKasus: langkahKasusId,
  negara: negaraId,
  lembaga: lembagaId,
  surat: suratId,
  suratIsi: suratIsiId,
  suratLayar: suratLayarId,
  kerjaGalat: kerjaGalatId,
  info: infoId,
  lapor: laporId,
  lacak: lacakId,
  kode: kodeId,
  keluarga: keluargaId,
  halaman: halamanId,
  bahaya: bahayaId,
  bantuDiri: bantuDiriId,
  kerjaUmum: kerjaUmumId,
  kerjaRujukan: kerjaRujukanId,
  kerjaPetugas: kerjaPetugasId,
  kerjaP3mi: kerjaP3miId,
  kerjaMasuk: kerjaMasukId,
  kerjaKode: kerjaKodeId,
  kerjaKasus: kerjaKasusId,
  kerjaHariIni: kerjaHariIniId,
  kerjaJam: kerjaJamId,
  kerjaKewenangan: kerjaKewenanganId,
  kerjaBeban: kerjaBebanId,
  situs: situsId,
}

const en: typeof id = {
  api: apiEn,
  perjanjian: perjanjianEn,
  kerjaPerjanjian: kerjaPerjanjianEn,
  aturan: aturanEn,
  kerjaAdvokasi: kerjaAdvokasiEn,
  kerjaHambatan: kerjaHambatanEn,
  kerjaJalur: kerjaJalurEn,
  kerjaMla: kerjaMlaEn,
  kerjaSatgas: kerjaSatgasEn,
  usulan: usulanEn,
  kerjaHukum: kerjaHukumEn,
  kerjaBerbagi: kerjaBerbagiEn,
  kerjaTukar: kerjaTukarEn,
  kerjaDaftarLama: kerjaDaftarLamaEn,
  kerjaHtcds: kerjaHtcdsEn,
  kerjaImigrasi: kerjaImigrasiEn,
  kerjaMitra: kerjaMitraEn,
  kerjaWebhook: kerjaWebhookEn,
  kerjaPustaka: kerjaPustakaEn,
  naskah: naskahEn,
  harmonisasi: harmonisasiEn,
  desa: desaEn,
  kerjaKlausul: kerjaKlausulEn,
  kerjaBanding: kerjaBandingEn,
  hukum: hukumEn,
  kerjaSkrining: kerjaSkriningEn,
  kerjaRestitusi: kerjaRestitusiEn,
  kerjaUpah: kerjaUpahEn,
  suratBiaya: suratBiayaEn,
  kerjaKlaim: kerjaKlaimEn,
  kerjaAkun: kerjaAkunEn,
  pelapor: pelaporEn,
  kerjaKabar: kerjaKabarEn,
  kerjaBerkas: kerjaBerkasEn,
  kerjaPengaturan: kerjaPengaturanEn,
  kerjaDirektori: kerjaDirektoriEn,
  kerjaCari: kerjaCariEn,
  kerjaJaringan: kerjaJaringanEn,
  kerjaPencarian: kerjaPencarianEn,
  kerjaCatat: kerjaCatatEn,
  hak: hakEn,
  langkahKasus: langkahKasusEn,
  negara: negaraEn,
  lembaga: lembagaEn,
  surat: suratEn,
  suratIsi: suratIsiEn,
  suratLayar: suratLayarEn,
  kerjaGalat: kerjaGalatEn,
  info: infoEn,
  lapor: laporEn,
  lacak: lacakEn,
  kode: kodeEn,
  keluarga: keluargaEn,
  halaman: halamanEn,
  bahaya: bahayaEn,
  bantuDiri: bantuDiriEn,
  kerjaUmum: kerjaUmumEn,
  kerjaRujukan: kerjaRujukanEn,
  kerjaPetugas: kerjaPetugasEn,
  kerjaP3mi: kerjaP3miEn,
  kerjaMasuk: kerjaMasukEn,
  kerjaKode: kerjaKodeEn,
  kerjaKasus: kerjaKasusEn,
  kerjaHariIni: kerjaHariIniEn,
  kerjaJam: kerjaJamEn,
  kerjaKewenangan: kerjaKewenanganEn,
  kerjaBeban: kerjaBebanEn,
  situs: situsEn,
}

export type Texts = typeof id

const BY_LANGUAGE: Readonly<Record<'id' | 'en', Texts>> = { id, en }

export function textsFor(lang: 'id' | 'en'): Texts {
  return BY_LANGUAGE[lang]
}
