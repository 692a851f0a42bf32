/** Kalimat di dalam surat resmi: kronologi, kuasa, permohonan, rujukan, pengembalian biaya, lembar upah. */
import type { LetterKind, Power, RequestAim } from '#src/domain/letters/letter.ts'
import type { Basis } from '#src/domain/rulebook/wages/scenarios.ts'
import type { LineName, SheetFinding } from '#src/domain/rulebook/wages/sheet.ts'

const title: Record<LetterKind, string> = {
  chronology: 'Kronologi Kejadian',
  authority: 'Surat Kuasa Khusus',
  request: 'Surat Permohonan',
  referral: 'Surat Rujukan',
  refund: 'Surat Permintaan Pengembalian Biaya',
  wages: 'Lembar Hitung Upah',
}
const aim: Record<RequestAim, string> = {
  data: 'Permohonan data dan salinan dokumen',
  visit: 'Permohonan izin kunjungan',
  'exit-clearance': 'Permohonan izin keluar',
  'fine-waiver': 'Permohonan pembebasan denda dan sanksi',
  restitution: 'Permohonan restitusi',
}
const ask: Record<RequestAim, string> = {
  restitution:
    'Kami memohon agar restitusi bagi orang tersebut dihitung dan diajukan kepada jaksa atau pengadilan, menurut lembar hitung terlampir.',
  data: 'Kami memohon data dan salinan dokumen milik orang tersebut: perjanjian kerja, bukti pembayaran, dan catatan keberangkatan.',
  visit:
    'Kami memohon izin untuk mengunjungi orang tersebut, berbicara dengannya tanpa didengar orang lain, dan membawa penerjemah.',
  'exit-clearance': 'Kami memohon izin keluar agar orang tersebut dapat pulang ke Indonesia.',
  'fine-waiver':
    'Kami memohon agar orang tersebut tidak dikenai denda, tahanan, atau larangan masuk karena izinnya yang habis atau dokumennya yang tidak lengkap.',
}
const why: Record<RequestAim, string> = {
  restitution:
    'Orang tersebut menderita kerugian karena tindak pidana. Lembar hitung dan salinan bukti kami lampirkan.',
  data: 'Data itu diperlukan untuk memenuhi hak orang tersebut.',
  visit: 'Kunjungan itu diperlukan untuk mengetahui keadaan orang tersebut dan memberinya bantuan.',
  'exit-clearance': 'Orang tersebut ingin pulang dan memerlukan izin keluar dari pejabat setempat.',
  'fine-waiver':
    'Pelanggaran itu terjadi karena orang tersebut dipaksa atau ditipu oleh pelaku. Aturan Indonesia tidak memidana korban atas perbuatan yang dipaksakan kepadanya. Kami memohon perlakuan yang sama menurut aturan setempat.',
}
const power: Record<Power, string> = {
  'represent-offices': 'mewakili Pemberi Kuasa di hadapan instansi pemerintah dan perwakilan;',
  'get-papers': 'meminta dan menerima salinan dokumen milik Pemberi Kuasa;',
  'talk-with-employer': 'berunding dengan pemberi kerja, agen, dan perusahaan penempatan;',
  'claim-pay': 'menagih upah dan uang yang menjadi hak Pemberi Kuasa;',
  'report-police': 'membuat laporan kepada kepolisian atas nama Pemberi Kuasa;',
  'choose-advocate': 'menunjuk advokat bila perkara dibawa ke pengadilan;',
}
const scenario: Record<Basis, string> = {
  promised: 'menurut upah yang dijanjikan sebelum berangkat',
  agreed: 'menurut upah yang disepakati',
  'legal-minimum': 'menurut upah minimum di tempat kerja',
  market: 'menurut upah yang lazim untuk pekerjaan ini',
}
const line: Record<LineName, string> = {
  wages: 'Upah',
  'rest-days': 'Hari libur yang dipakai bekerja',
  overtime: 'Lembur',
  leave: 'Cuti yang tidak diberikan',
  food: 'Uang makan',
  'end-payments': 'Pembayaran akhir',
  paid: 'Sudah dibayar',
  'paid-unclear': 'Dibayar kepada pihak lain, belum jelas',
  deducted: 'Potongan',
}
const finding: Record<SheetFinding, string> = {
  'paid-more-than-owed': 'Yang dibayar lebih dari yang terutang menurut cara hitung ini.',
  'payment-before-the-period': 'Ada pembayaran sebelum masa tagihan; tidak ikut dihitung.',
  'other-currency': 'Ada jumlah dalam mata uang lain tanpa kurs; tidak ikut dihitung.',
  'overtime-not-counted': 'Lembur belum dihitung karena tarifnya belum diketahui.',
  'deduction-above-the-cap': 'Potongan melebihi batas menurut aturan; kelebihannya tidak mengurangi tagihan.',
  'deduction-may-be-lawful': 'Ada potongan yang belum jelas boleh atau tidak.',
  'receiver-of-payment-unclear':
    'Ada pembayaran kepada pihak lain; belum jelas apakah sampai kepada pekerja.',
  'part-without-floor': 'Untuk sebagian waktu, upah minimum belum diketahui.',
  'months-and-dates-differ': 'Jumlah bulan dan tanggal tidak sama; tanggal yang dipakai.',
}

export const suratIsi = {
  title,
  head: { number: 'Nomor', date: 'Tanggal', about: 'Perihal', to: 'Kepada Yth.' },
  opening: 'Dengan hormat,',
  closing: 'Atas perhatian dan kerja sama Bapak/Ibu, kami ucapkan terima kasih.',
  regards: 'Hormat kami,',
  footer: (body: string, day: string, code: string) =>
    `Dibuat oleh ${body}, ${day}. Berkas ${code}. Rahasia: hanya untuk penerima yang dituju.`,
  unverified: 'belum diverifikasi',
  article: (number: string) => `Pasal ${number}`,
  paragraph: (number: string) => `ayat (${number})`,
  letter: (sign: string) => `huruf ${sign}`,
  basis: 'Dasar hukum',
  basisNote: 'Tanda “belum diverifikasi”: bunyi pasal belum dibaca langsung pada naskah resminya.',
  safeHouse: '[tempat aman]',
  unknown: 'belum diketahui',
  person: {
    name: 'Nama',
    otherNames: 'Nama lain',
    born: 'Lahir',
    village: 'Desa asal',
    documents: 'Dokumen',
  },
  chronology: {
    intro: (name: string) =>
      `Kronologi ini disusun dari keterangan tentang ${name}. Setiap kejadian menyebut sumbernya. Tanggal ditulis seteliti yang diketahui.`,
    events: 'Urutan kejadian',
    none: 'Belum ada kejadian yang dipilih.',
    undated: 'Tanggal belum diketahui',
    source: (source: string, certainty: string) => `Sumber: ${source}. Keyakinan: ${certainty}.`,
    sharedBy: (source: string, body: string) => `${source}, dibagikan ${body}`,
    words: (words: string) => `kata orangnya: “${words}”`,
    contradiction: 'Keterangan yang berbeda, disandingkan apa adanya',
    chain: 'Pihak yang disebut',
    chainNote: 'Nama pihak berasal dari keterangan dan belum tentu terbukti.',
    evidence: 'Bukti yang ada',
    evidenceItem: (number: number, what: string) => `Bukti ${number}: ${what}`,
    maker: 'Disusun oleh',
    approver: 'Dibacakan kembali kepada dan disetujui oleh',
  },
  authority: {
    intro: 'Yang bertanda tangan di bawah ini:',
    giver: 'Pemberi Kuasa',
    onBehalf: (name: string) => `bertindak untuk dan atas nama ${name},`,
    gives: 'dengan ini memberi kuasa kepada:',
    attorney: 'Penerima Kuasa',
    office: 'Jabatan',
    body: 'Lembaga',
    address: 'Alamat',
    idNumber: 'Nomor identitas',
    matter: (code: string) => `Khusus untuk urusan dalam berkas ${code}, Penerima Kuasa berwenang:`,
    power,
    limits: 'Ketentuan',
    limit: [
      'Kuasa ini tidak mencakup perdamaian, pencabutan laporan, atau penerimaan uang tanpa persetujuan tertulis Pemberi Kuasa.',
      'Pemberi Kuasa tidak membayar imbalan apa pun kepada Penerima Kuasa, kecuali disepakati tertulis.',
      'Pemberi Kuasa dapat mencabut kuasa ini kapan saja dengan pemberitahuan.',
      'Surat ini telah dibacakan dalam bahasa yang dipahami Pemberi Kuasa.',
    ],
    court:
      'Beracara di pengadilan memerlukan advokat. Syarat meterai dan pengesahan berbeda menurut tempat; periksa lebih dahulu.',
    signPlace: (place: string, day: string) =>
      place === '' ? `Ditandatangani ${day}` : `Ditandatangani di ${place}, ${day}`,
  },
  request: {
    aim,
    ask,
    why,
    intro: (body: string) => `Kami dari ${body} mendampingi warga negara Indonesia berikut:`,
    reply: (body: string) =>
      `Mohon balasan disampaikan kepada ${body}, bukan langsung kepada orang tersebut.`,
  },
  referral: {
    intro: 'Surat ini memuat lembar rujukan apa adanya. Yang tidak tertulis di sini tidak dikirim.',
    seal: 'Segel isi',
    unverified: 'belum dipastikan',
    use: 'Hanya boleh dipakai untuk kebutuhan yang disebut.',
  },
  refund: {
    intro: (name: string) =>
      `Kami mendampingi ${name}, yang dibebani biaya penempatan oleh pihak Saudara. Rinciannya sebagai berikut.`,
    caption: 'Biaya yang diminta kembali',
    column: { item: 'Biaya', when: 'Kapan', proof: 'Bukti', rule: 'Menurut aturan', amount: 'Jumlah' },
    mayNot: 'tidak boleh dibebankan',
    paidBack: 'Sudah dikembalikan',
    total: 'Jumlah seluruhnya',
    demand: (amount: string, days: string) =>
      `Kami meminta Saudara mengembalikan ${amount} kepada orang tersebut dalam ${days} hari sejak surat ini diterima.`,
    account: 'Cara pembayaran dibicarakan melalui kami. Jangan menghubungi orang tersebut atau keluarganya.',
    law: 'Pekerja Migran Indonesia tidak dapat dibebani biaya penempatan. Membebankan biaya yang sudah ditanggung calon pemberi kerja dilarang dan diancam pidana.',
    next: 'Bila tidak ada jawaban, kami akan membantu orang tersebut membawa hal ini kepada pengawas dan jalur hukum.',
  },
  wages: {
    scenario,
    line,
    finding,
    intro: (name: string) =>
      `Lembar ini menghitung hak upah ${name}. Angkanya rentang, karena sebagian keterangan hanya diketahui kira-kira. Lembar ini bukan putusan.`,
    given: 'Keterangan yang dipakai',
    agreed: 'Upah sebulan yang disepakati',
    promised: 'Upah sebulan yang dijanjikan',
    from: 'Dari',
    until: 'Sampai',
    place: 'Negara kerja',
    restDays: 'Hari libur yang dipakai bekerja',
    overtimeHours: 'Jam lembur',
    caption: (basis: string) => `Hitungan ${basis}`,
    column: { line: 'Bagian', rate: 'Tarif', amount: 'Jumlah' },
    total: 'Tagihan',
    notCounted: 'belum dapat dihitung',
    nothing: 'Keterangan belum cukup untuk menghitung. Isi upah, mata uang, serta awal dan akhir masa kerja.',
    findings: 'Yang perlu diperhatikan',
    missing: 'Yang masih perlu ditanyakan',
    check: 'Kode cek hitungan',
    checkNote: 'Petugas kedua menghitung ulang. Kode cek yang sama berarti hitungan yang sama.',
    first: 'Dihitung oleh',
    second: 'Dihitung ulang oleh',
    to: (from: string, until: string) => `${from} sampai ${until}`,
  },
}
