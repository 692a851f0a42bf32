/**
 * Words of kitchen, market, house and garden, easy to say on a bad line. None names a person, a place or a
 * misery, and no two sound alike (the test beside this file compares them all).
 * The order is part of every code given out: never move or remove a word, only add at the end.
 */
export const CODE_WORDS: readonly string[] = `
sendok garpu piring mangkuk gelas cangkir teko ceret panci wajan kuali dandang kukusan saringan
parutan cobek ulekan centong spatula baskom ember gayung nampan termos toples botol kaleng kendi
poci cetakan loyang oven kompor tungku sumbu celemek bakul besek timbangan blender kulkas lemari
dapur meja kursi bangku bantal guling selimut kelambu gorden tirai karpet tikar keset sapu sikat
sabun handuk odol cermin sisir bedak jepitan benang kancing jemuran gantungan lampu lentera
senter lilin saklar kipas radio televisi telepon jendela pintu genteng atap lantai tangga tembok
pagar teras halaman gudang garasi sumur pompa keran selang talang obeng kuas karung kardus kotak
peti koper dompet topi kerudung batik kemeja celana daster jaket sweter kaus sandal sepatu
sepeda gerobak delman perahu kereta motor roda pedal setang pensil pulpen buku kertas penghapus
penggaris papan stempel amplop kabar majalah globe kalender ketan jagung kentang singkong terigu
bihun roti donat martabak pisang bakwan tempe oncom kecap sambal garam gula merica ketumbar
jintan kunyit jahe lengkuas serai salam pandan cengkih bawang cabai tomat wortel kubis bayam
kangkung sawi seledri buncis labu timun pare rebung jamur brokoli kacang panjang kedelai jengkol
melinjo emping kerupuk rempeyek keripik wajik getuk serabi lapis lemper lontong ketupat nasi
bubur soto rawon rendang opor bakso siomay pempek gado pecel lotek rujak asinan pepes dendeng
telur ikan cumi bandeng tuna kakap cendol dawet sirup wedang santan minyak mentega keju cokelat
puding wafer biskuit jeruk pepaya nanas semangka melon rambutan durian manggis langsat jambu
sirsak belimbing kedondong nangka alpukat apel anggur kelapa kurma stroberi rumput rotan pinus
cemara beringin mahoni daun ranting akar bibit kuncup tangkai kelopak pucuk cangkul kebun ladang
kolam taman tanaman sayuran angsa kambing domba kerbau kelinci kucing kodok cicak kupu capung
lebah jangkrik belalang kumbang siput merpati kutilang kakatua gajah jerapah kijang musang penyu
awan hujan angin pelangi embun kabut langit bukit sungai danau ombak kerikil batu musim biru
ungu jingga lapak keranjang koin receh kantong plastik bungkus label harga karcis kelereng
boneka congklak petak catur ayunan seluncur balon peluit gitar angklung seruling harmonika piano
biola rebana laci pegangan lukisan sofa keramik tiang cincin selendang gerbong stasiun jembatan
kemudi layar rambut alis hidung telinga leher lengan lutut kemangi bakpia pukis cakwe batagor
pastel lumpia ketoprak gudeg sayur asem lodeh tumis kwetiau lonceng menara wastafel pekarangan
lorong kamera album kacamata baterai kalkulator komputer printer kemiri vanili kemasan panggung
tarian gamelan sarapan bekal ketel tabung bendungan istana tempurung petani nelayan penjahit
tukang pelabuhan gulali salmon sarden cuaca mainan warna nastar ruangan layangan terompet
undangan hadiah gelembung tabungan kemah ransel matras kompas tongkat jerami helikopter pesawat
tenis lompat tenda bendera tepung gandum talenan serbet sodet tempayan tudung penggiling seprai
kemoceng meteran colokan ampelas krayon rengginang opak cenil nagasari lalapan karedok urap
gurami mujair tenggiri bajigur bandrek sekoteng margarin cempedak markisa kesemek makaroni
selada lobak gambas kecipir semak keong perkutut gelatik landak gurita buih etalase gasing
taplak marmer semen triplek songket sulaman rajutan rompi mantel piyama temulawak cilok risoles
kroket pangsit lumbung saung pendopo beranda teropong magnet kismis wijen lusin kaldu rempah
burger spageti saputangan irigasi mahkota traktor gerimis mendung bakiak kuningan kerajinan
segitiga persegi bundar kerucut hangat lembut segar gurih empuk sejuk tumpeng bingkisan spanduk
terminal halte dermaga trotoar jangkar pelampung kloset lampion dongkrak klakson spion tampah
pemarut dipan ritsleting prangko soun kapulaga srikaya siwalan ceremai matoa akasia trembesi
ketapang flamboyan palem bougenvil bajak polibag pematang telaga muara tebing kulakan engklek
egrang kolintang tifa engsel pualam giwang manset perempatan tikungan oplet rosela okra kailan
pakcoy genjer kenikir beluntas katuk brotowali pancong carabikang cucur odading combro misro
tekwan mangut tongseng tengkleng timlo liwet buntil capcai kentongan pelita kabinet pancuran
ventilasi plafon joglo emperan piringan mikroskop andaliman kecombrang ragi pencapit penjepit
capitan arang briket regulator pengukus penanak pemanggang balsem cincau selasih peuyeum pilar
kanal waduk lesung gembor kopra galangan petromaks kwaci arumanis gerigi kasuari cupang koki
arwana makarel halimun perunggu tembaga bolen kastengel anyam gerabah renyah ketapel merang
parasut satelit lengkeng jamblang gandaria mundu gembili lesehan umbul
`
  .trim()
  .split(/\s+/)

/** Codes are drawn from the first 512, a power of two, so that each word is worth exactly nine bits. The rest are in reserve. */
export const DRAWN_WORDS = 512
