import type { Language } from '#platform/i18n';
import { keyFingerprint } from '#platform/keys';
import type { Started } from '../start-county.ts';
import { half } from './half.ts';
import { html } from './html.ts';
import type { Html } from './html.ts';
import { said, wholePage } from './page.ts';
import type { Page } from './page.ts';
import { screenTexts } from './screen-texts.ts';

/** The end: what to do now. `kit`: path of the paper; null once it is deleted. */
export function donePage(
  page: Page,
  { started, name, kit }: { started: Started; name: string; kit: string | null },
): string {
  const t = screenTexts[page.language];
  return wholePage(
    page,
    t.opened(name),
    html`<h1>${t.opened(name)}</h1>
      <p class="deck">${t.openedLead}</p>
      <ol class="start-todo">
        <li>
          <h2>${t.kitTitle}</h2>
          ${
            kit === null
              ? html`<p class="start-said" role="status">${t.kitGone}</p>`
              : html`<p>${t.kitLead}</p>
                  <p class="quiet">${t.kitFile} <code>${kit}</code></p>
                  <div class="start-row">
                    <a class="button button-primary" href="/kit">${t.kitOpen}</a>
                    <form method="post" action="/kit-removal"><button class="button">${t.kitRemove}</button></form>
                  </div>`
          }
        </li>
        <li>
          <h2>${t.invitationTitle}</h2>
          ${
            started.invitation === null
              ? html`<p>${t.invitationHas}</p>`
              : html`<p>${t.invitationLead}</p>
                  <code class="link-box">${started.invitation}</code>`
          }
        </li>
        <li>
          <h2>${t.unsetTitle}</h2>
          ${started.unset.length === 0 ? html`<p>${t.allSet}</p>` : unsetList(page.language, started)}
          ${started.trials.map((trial) => said(trial, page.language))}
        </li>
        <li>
          <h2>${t.keysTitle}</h2>
          <p>${t.keysLead}</p>
          <dl class="start-list">
            ${[...started.publicKeys].map(
              ([purpose, key]) =>
                html`<dt>${purpose}</dt>
                  <dd class="hash">${keyFingerprint(key)}</dd>`,
            )}
          </dl>
        </li>
        <li>
          <h2>${t.startTitle}</h2>
          <p>${t.startLead} <code>npm start</code> (systemd: <code>systemctl start xiangyin</code>)</p>
          <form method="post" action="/end"><button class="button button-primary">${t.finish}</button></form>
        </li>
      </ol>`,
  );
}

const unsetList = (language: Language, { unset }: Started): Html =>
  html`<ul class="start-unset">
    ${unset.map(({ what, remedy }) => html`<li>${half(what, language)}${remedy !== undefined && html`<br /><span class="quiet">→ ${half(remedy, language)}</span>`}</li>`)}
  </ul>`;

/** The paper, for the browser's own printing. */
export function kitPage(page: Page, text: string): string {
  const t = screenTexts[page.language];
  return wholePage(
    page,
    t.kitTitle,
    html`<p class="no-print">${t.kitPrint}</p>
      <pre class="start-kit">${text}</pre>
      <div class="start-row no-print"><a class="button" href="/done">${t.back}</a></div>`,
  );
}
