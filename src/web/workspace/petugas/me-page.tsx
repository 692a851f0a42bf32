/** The reader's own account: who, where, which roles, and the way out (POST /kerja/keluar). */
import { PostButton } from '#src/web/ui/staff/form.tsx'
import { at, type StaffFrame } from '#src/web/ui/staff/frame.ts'
import { otherLang } from '#src/web/ui/href.ts'
import { Head, StaffPage } from '#src/web/ui/staff/shell.tsx'

export function MePage({ frame }: { readonly frame: StaffFrame }) {
  const words = frame.t.kerjaPetugas.me
  const other = otherLang(frame.lang)
  return (
    <StaffPage frame={frame} title={words.title}>
      <Head title={words.title} context={`${frame.who.name}, ${frame.who.org}`} />
      <div class="body">
        <dl class="answers">
          <dt>{words.roles}</dt>
          <dd>{frame.who.roles.join(', ')}</dd>
        </dl>
        <p class="small">{words.change}</p>
        <div class="buttons">
          <PostButton action={at(frame, '/kerja/keluar')} kind="main">
            {words.signOut}
          </PostButton>
          <a href={at({ lang: other }, '/kerja/saya')} lang={other} hreflang={other}>
            {frame.t.kerjaUmum.otherLanguage}
          </a>
        </div>
      </div>
    </StaffPage>
  )
}
