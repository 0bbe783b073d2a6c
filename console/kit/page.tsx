import { useEffect, useRef, type ReactNode, type RefObject } from 'react';
import { Link, useLocation } from 'react-router';
import './page.css';

/** A page: its title in the window and at the top, the way back, and what can be done with the whole. */
export function Page({
  title,
  crumb,
  meta,
  actions,
  children,
}: {
  title: string;
  crumb?: { to: string; text: string };
  meta?: ReactNode;
  actions?: ReactNode;
  children: ReactNode;
}) {
  const heading = useHeadingInFocus();
  useEffect(() => {
    document.title = `${title} · 乡音`;
  }, [title]);
  return (
    <div className="page">
      <header className="page-head">
        <div>
          {crumb && (
            <div className="crumb">
              <Link to={crumb.to}>← {crumb.text}</Link>
            </div>
          )}
          <h1 tabIndex={-1} ref={heading}>
            {title}
          </h1>
          {meta !== undefined && <div className="meta">{meta}</div>}
        </div>
        {actions !== undefined && <div className="actions">{actions}</div>}
      </header>
      {children}
    </div>
  );
}

// Whoever comes from another page of the console begins at the new page's heading, as after loading a document; a field that took the focus itself keeps it.
function useHeadingInFocus(): RefObject<HTMLHeadingElement | null> {
  const heading = useRef<HTMLHeadingElement>(null);
  const { key } = useLocation();
  const arrived = useRef(key !== 'default');
  useEffect(() => {
    if (!arrived.current || document.querySelector('#main')?.contains(document.activeElement)) return;
    arrived.current = false;
    heading.current?.focus({ preventScroll: true });
  }, []);
  return heading;
}

/** A part of a page under its own heading. */
export function Part({ title, aside, children }: { title: string; aside?: ReactNode; children: ReactNode }) {
  return (
    <section>
      <div className="section-head">
        <h2>{title}</h2>
        {aside}
      </div>
      {children}
    </section>
  );
}

/** The shape of what comes, shown only when it takes longer than 300 ms. */
export function Bones({ rows = 6, label }: { rows?: number; label: string }) {
  return (
    <div className="bones" role="status" aria-label={label}>
      {Array.from({ length: rows }, (_, at) => (
        <i key={at} />
      ))}
    </div>
  );
}

/** One sentence and the one useful thing to do. */
export function Quiet({ title, hint, children }: { title: string; hint?: string; children?: ReactNode }) {
  return (
    <div className="quiet">
      <strong>{title}</strong>
      {hint !== undefined && <span>{hint}</span>}
      {children}
    </div>
  );
}
