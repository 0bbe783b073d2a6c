import { langOfWords, type Here } from '../here.ts';
import { Phone } from './phone.tsx';

const own = ['verify', 'offline', 'principles', 'contact', 'privacy', 'accessibility', 'about'] as const;

/** Who publishes, how to reach them, what is promised, and the rest of the house. */
export function Footer({ here }: { here: Here }) {
  const { frame, t } = here;
  return (
    <footer class="footer">
      <div class="wrap">
        <div>
          <p class="footer-publisher">{t.shell.publishedBy(frame.county.publisher)}</p>
          <p>
            <Phone words={t.shell.callDesk(frame.county.phone)} number={frame.county.phone} />
          </p>
        </div>
        <p class="footer-promise">
          {t.shell.promiseWho}
          {here.gap}
          {t.shell.promiseReaders}
        </p>
        <ul>
          {frame.sections.map(({ slug, name }) => (
            <li key={slug}>
              <a href={here.to(`/sections/${slug}`)}>{name}</a>
            </li>
          ))}
          <li>
            <a href={here.to('/corrections')}>{t.shell.corrections}</a>
          </li>
          <li>
            <a href={here.to('/subscribe')}>{t.shell.feeds}</a>
          </li>
          {own.map((page) => (
            <li key={page}>
              <a href={here.to(`/${page}`)}>{t.shell[page]}</a>
            </li>
          ))}
        </ul>
        {frame.county.notices.length > 0 && (
          <p class="footer-notices">
            {frame.county.notices.map(({ kind, text, href }) => {
              const words = [t.shell.notices[kind], text].filter(Boolean).join(here.colon);
              return href ? (
                <a key={kind} href={href} {...langOfWords(here, words)}>
                  {words}
                </a>
              ) : (
                <span key={kind} {...langOfWords(here, words)}>
                  {words}
                </span>
              );
            })}
          </p>
        )}
      </div>
    </footer>
  );
}
