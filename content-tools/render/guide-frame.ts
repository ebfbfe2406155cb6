import { languages, type Licence } from '@kursdugnad/core/course/course.js';
import { resultPlace, type GuideData } from './guide-data.js';
import type { GuideView } from './guide-view.js';
import { Html, html } from './live/html.js';
import { percent } from './live/live-words.js';
import { languageNames } from './words.js';

export function guideHead(view: GuideView): Html {
  const { urls } = view.page;
  const scripts = [...(urls.script ? [urls.script] : []), ...(urls.moreScripts ?? [])];
  return html`<head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <meta name="color-scheme" content="light dark" />
    <title>${placeTitle(view)} – ${view.edition.title}</title>
    <link rel="stylesheet" href="${urls.style}" />
    ${urls.theme && html`<link rel="stylesheet" href="${urls.theme}" />`}
    ${urls.withoutScript && html`<noscript><link rel="stylesheet" href="${urls.withoutScript}" /></noscript>`}
    ${scripts.map((script) => html`<script src="${script}" defer></script>`)}
  </head>`;
}

function placeTitle({ edition, shown, words }: GuideView): string {
  return edition.lessons.find((lesson) => lesson.id === shown)?.title ?? words.result;
}

/** The way back, the languages, and how far the learner has come. */
export function guideTop(view: GuideView): Html {
  const { words, edition, shown } = view;
  const number = edition.lessons.findIndex((lesson) => lesson.id === shown) + 1;
  const done = percent(view.standing.progress);
  return html`<header class="top">
    <div class="top-row">${homeLink(view)} ${languageSwitch(view)}</div>
    <div class="top-row whereabouts">
      <a id="guide_position" href="#guide_contents"
        >${number ? words.lessonOf(number, edition.lessons.length) : words.result}</a
      >
      <span id="guide_percent">${words.done(done)}</span>
    </div>
    <progress id="guide_progress" max="100" value="${done}" aria-labelledby="guide_percent"></progress>
  </header>`;
}

function homeLink({ page, words }: GuideView): Html | false {
  const { home, homeName } = page.urls;
  if (home === null) return false;
  return html`<a class="home" href="${home}"><span aria-hidden="true">←</span> ${homeName ?? words.home}</a>`;
}

function languageSwitch(view: GuideView): Html | false {
  const { course, urls } = view.page;
  const offered = languages.filter((language) => course.editions.some((edition) => edition.language === language));
  if (offered.length < 2) return false;
  const choices = offered.map((language) =>
    language === view.language
      ? html`<li><span aria-current="true" lang="${language}">${languageNames[language]}</span></li>`
      : html`<li>
          <a
            data-language="${language}"
            hreflang="${language}"
            lang="${language}"
            href="${urls.place(view.shown, language)}"
            >${languageNames[language]}</a
          >
        </li>`,
  );
  return html`<nav class="languages" aria-label="${view.words.languages}">
    <ul>
      ${choices}
    </ul>
  </nav>`;
}

const deeds: Record<Licence, string> = {
  'CC-BY-4.0': 'by/4.0',
  'CC-BY-SA-4.0': 'by-sa/4.0',
  'CC-BY-ND-4.0': 'by-nd/4.0',
  'CC0-1.0': 'zero/1.0',
};

export function guideFooter({ page, edition, words, language }: GuideView): Html {
  const { publisher, licence } = page.course;
  const kind = licence === 'CC0-1.0' ? 'publicdomain' : 'licenses';
  const deed = `https://creativecommons.org/${kind}/${deeds[licence]}/deed.${language === 'en' ? 'en' : 'no'}`;
  const { accessibility } = page.urls;
  return html`<footer class="bottom">
    <div class="bottom-inner">
      <p><strong>${edition.title}</strong>. ${words.publisher(publisher)}.</p>
      <p><a href="${deed}" rel="license noopener noreferrer">${words.licence[licence]}</a></p>
      ${
        edition.sources.length > 0 &&
        html`<p id="guide_sources">${words.sources}</p>
          <ul aria-labelledby="guide_sources">
            ${edition.sources.map((source) => html`<li>${source}</li>`)}
          </ul>`
      }
      ${accessibility && html`<p><a href="${accessibility}">${words.accessibility}</a></p>`}
    </div>
  </footer>`;
}

/** JSON inside HTML: with every `<` escaped, no text in it can end the element. */
export function guideDataBlock(view: GuideView): Html {
  const { page, edition, outline, language, shown } = view;
  const { urls, registration, record } = page;
  const places = [...edition.lessons.map((lesson) => lesson.id), resultPlace];
  const addresses: GuideData['addresses'] = {};
  for (const { language: other } of page.course.editions)
    addresses[other] = Object.fromEntries(places.map((place) => [place, urls.place(place, other)]));
  const data: GuideData = {
    outline,
    language,
    record,
    shown,
    registration,
    ...(page.version === undefined ? {} : { version: page.version }),
    events: urls.events,
    home: urls.home,
    action: urls.action,
    addresses,
  };
  const json = JSON.stringify(data).replaceAll('<', '\\u003c');
  return html`<script type="application/json" id="guide-data">
    ${new Html(json)}
  </script>`;
}
