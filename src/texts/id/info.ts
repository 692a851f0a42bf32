/** A tip: what somebody saw. It goes past the village. */
export const info = {
  title: 'Beri tahu yang Anda lihat',
  lead: 'Calo, penampungan, atau orang yang dipaksa berangkat. Nama Anda tidak perlu.',
  what: 'Apa yang Anda lihat?',
  whatHint: 'Kapan, siapa, mobil apa, berapa orang. Pakai bahasa apa saja.',
  whatMissing: 'Tulis dulu apa yang Anda lihat.',
  where: 'Di mana, kira-kira?',
  whereHint: 'Desa atau kota cukup. Alamat rumah tidak perlu.',
  when: 'Kapan, kira-kira?',
  whenHint: 'Misalnya: tadi malam, tiap hari Jumat.',
  concerns: 'Apakah ini tentang salah satu ini?',
  concernsHint: 'Mereka tidak akan melihat tulisan Anda.',
  concerned: {
    'my-agency': 'Perusahaan atau agen',
    'local-labour-office': 'Dinas tenaga kerja',
    'this-mission': 'Kedutaan atau konsulat',
    'protection-ministry': 'Kementerian pelindungan pekerja migran',
    police: 'Polisi',
    organisation: 'Organisasi pendamping atau rumah aman',
  },
  reader: 'Siapa yang membaca?',
  readers: { 'head-office': 'Kantor pusat di Jakarta', police: 'Polisi Indonesia' },
  danger: 'Ada orang dalam bahaya sekarang?',
  can: [
    'Anda mendapat kode. Hasilnya tampil dengan kode itu.',
    'Identitas pelapor dirahasiakan: UU 21/2007 pasal 33.',
  ],
  cannot: [
    'Kantor desa tidak melihat tulisan ini.',
    'Kami tidak mengumumkan nama siapa pun.',
    'Jangan menyelidiki sendiri. Itu bisa membahayakan Anda.',
  ],
}
