/** What the public pages say beside the questions: numbers, files, and why somebody was told without being asked. */
export const pelapor = {
  services: { police: 'Polisi', ambulance: 'Ambulans', general: 'Nomor darurat' },
  headOffice: 'Kantor pusat pelindungan pekerja migran',
  onlyFromIndonesia: 'Biasanya hanya bisa dari Indonesia.',
  inArea: (area: string) => `Untuk ${area}.`,
  headOfficeSource: 'keterangan wakil menteri',
  generalKnowledge: 'pengetahuan umum',
  takesReports: 'Menerima laporan dan aduan.',
  fileKept: 'Berkas ini masih menyimpan keterangan di dalamnya',
  grounds: {
    'cannot-be-asked-and-in-danger': 'nyawa terancam dan Anda tidak bisa ditanya',
    child: 'ada anak yang perlu dilindungi',
    'law-obliges': 'hukum mewajibkan',
  },
}
