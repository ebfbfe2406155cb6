import { html } from '@kursdugnad/content-tools/render/live/html.js';
import type { Words } from '../words/words.js';

/** Stands in for a guide of which nothing can be shown yet. */
export function notYetPage({ language, editor }: Words, style: string): string {
  return html`<!doctype html>
    <html lang="${language}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <title>${editor.page.notYet}</title>
        <link rel="stylesheet" href="${style}" />
      </head>
      <body>
        <div class="layout">
          <main>
            <h1>${editor.page.notYet}</h1>
            <p>${editor.page.notYetTodo}</p>
          </main>
        </div>
      </body>
    </html>`.text;
}
