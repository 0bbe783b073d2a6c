import type { ContactPageProps, NoProps, PrivacyPageProps } from '@xiangyin/server/contract';
import type { ComponentChildren } from 'preact';
import { langOf } from '../here.ts';
import type { Here } from '../here.ts';
import { Phone } from '../shell/phone.tsx';
import type { View } from '../view.ts';

type Sections = readonly (readonly [title: string, ...paragraphs: string[]])[];

/** By which rules is published here: who answers, how it is read first, how it is corrected. */
export const principles: View<NoProps> = {
  head: (_, { t, frame }) => ({
    title: t.statements.principles.title,
    description: t.statements.principles.lead(frame.county.publisher),
  }),
  Body: ({ here }) => (
    <Statement
      title={here.t.statements.principles.title}
      lead={here.t.statements.principles.lead(here.frame.county.publisher)}
      sections={here.t.statements.principles.sections}
    >
      <p>
        <a href={here.to('/corrections')}>{here.t.shell.corrections}</a>
        {' · '}
        <a href={here.to('/verify')}>{here.t.shell.verify}</a>
        {' · '}
        <a href={here.to('/about')}>{here.t.shell.about}</a>
      </p>
    </Statement>
  ),
};

/** For whom the pages are made usable, how that is checked, where they still fall short. */
export const accessibility: View<NoProps> = {
  head: (_, { t }) => ({
    title: t.statements.accessibility.title,
    description: t.statements.accessibility.lead,
  }),
  Body: ({ here }) => (
    <Statement
      title={here.t.statements.accessibility.title}
      lead={here.t.statements.accessibility.lead}
      sections={here.t.statements.accessibility.sections}
    >
      <p>
        <Phone words={here.t.shell.callDesk(here.frame.county.phone)} number={here.frame.county.phone} />
      </p>
    </Statement>
  ),
};

/** How the desk is reached, and for what. */
export const contact: View<ContactPageProps> = {
  head: (_, { t, frame }) => ({
    title: t.statements.contact.title,
    description: t.statements.contact.lead(frame.county.publisher),
  }),
  Body: ({ props, here }) => {
    const words = here.t.statements.contact;
    const { county } = here.frame;
    return (
      <article class="wrap page narrow prose">
        <h1>{words.title}</h1>
        <p class="deck">{words.lead(county.publisher)}</p>
        <p class="contact-phone">
          <Phone words={here.t.shell.callDesk(county.phone)} number={county.phone} />
        </p>
        <dl class="never">
          <div>
            <dt>{words.wrong[0]}</dt>
            <dd>{words.wrong[1]}</dd>
          </div>
          <div>
            <dt>{words.help[0]}</dt>
            <dd>
              {words.help[1]}
              {here.gap}
              <a href={here.to('/services')}>{here.t.shell.help}</a>
            </dd>
          </div>
          <div>
            <dt>{words.data[0]}</dt>
            <dd>
              {words.data[1]}
              {here.gap}
              <a href={here.to('/privacy')}>{here.t.shell.privacy}</a>
            </dd>
          </div>
          <div>
            <dt>{words.security[0]}</dt>
            <dd>
              {words.security[1]}
              {here.gap}
              <a href={props.securityHref}>security.txt</a>
            </dd>
          </div>
        </dl>
      </article>
    );
  },
};

/** What is held about people. The table comes from the map by which the program itself exports and deletes. */
export const privacy: View<PrivacyPageProps> = {
  head: (_, { t }) => ({ title: t.statements.privacy.title, description: t.statements.privacy.lead }),
  Body: ({ props, here }) => {
    const words = here.t.statements.privacy;
    return (
      <Statement title={words.title} lead={words.lead} sections={words.sections}>
        <p>
          <Phone words={here.t.shell.callDesk(here.frame.county.phone)} number={here.frame.county.phone} />
        </p>
        <h2>{words.mapTitle}</h2>
        <p>{words.mapText}</p>
        {props.parts.map(({ module, columns, entries }) => (
          <details key={module} class="privacy-part">
            <summary>
              {words.modules[module] ?? module} <span class="quiet">{words.columns(columns)}</span>
            </summary>
            <ul>
              {entries.map(({ purposes, basis, retention }) => (
                <li key={`${basis} ${retention}`}>
                  {purposes.map((purpose, at) => (
                    <>
                      {at > 0 && words.between}
                      <Held here={here} said={purpose} />
                    </>
                  ))}
                  <br />
                  <span class="quiet">
                    <Held here={here} said={basis} /> · <Held here={here} said={retention} />
                  </span>
                </li>
              ))}
            </ul>
          </details>
        ))}
      </Statement>
    );
  },
};

// The map is written in English; a line so new that it has no word in the reader’s language stands there as it is.
function Held({ here, said }: { here: Here; said: string }) {
  const word = here.t.statements.privacy.held[said];
  return word === undefined ? <span {...langOf(here, 'en')}>{said}</span> : <>{word}</>;
}

function Statement({
  title,
  lead,
  sections,
  children,
}: {
  title: string;
  lead: string;
  sections: Sections;
  children: ComponentChildren;
}) {
  return (
    <article class="wrap page narrow prose">
      <h1>{title}</h1>
      <p class="deck">{lead}</p>
      {sections.map(([heading, ...paragraphs]) => (
        <section key={heading}>
          <h2>{heading}</h2>
          {paragraphs.map((text) => (
            <p key={text}>{text}</p>
          ))}
        </section>
      ))}
      {children}
    </article>
  );
}
