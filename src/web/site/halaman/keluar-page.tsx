/**
 * Where the exit leads: a page about cooking, without our name, colours or a way back. `next` is an innocent
 * address that the installation chose; the page goes on there at once, also without a script.
 */
import { html } from 'hono/html'
import type { Texts } from '#src/texts/texts.ts'
import type { Lang } from '#src/web/ui/href.ts'

export type KeluarPageProps = { readonly lang: Lang; readonly t: Texts; readonly next?: string }

export function KeluarPage({ lang, t, next }: KeluarPageProps) {
  const recipe = t.halaman.recipe
  return html`<!doctype html>${(
      <html lang={lang}>
        <head>
          <meta charset="utf-8" />
          <meta name="viewport" content="width=device-width,initial-scale=1" />
          <meta name="robots" content="noindex,noarchive" />
          <meta name="referrer" content="no-referrer" />
          {next !== undefined && <meta http-equiv="refresh" content={`0;url=${next}`} />}
          <title>{recipe.title}</title>
          <link rel="icon" href="data:," />
        </head>
        <body>
          <main>
            <h1>{recipe.title}</h1>
            <p>{recipe.lead}</p>
            <h2>{recipe.needTitle}</h2>
            <ul>
              {recipe.need.map((line) => (
                <li>{line}</li>
              ))}
            </ul>
            <h2>{recipe.doTitle}</h2>
            <ol>
              {recipe.steps.map((line) => (
                <li>{line}</li>
              ))}
            </ol>
          </main>
        </body>
      </html>
    )}`
}
