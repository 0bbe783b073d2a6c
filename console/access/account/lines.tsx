import type { ReactNode } from 'react';

/** A short list: title, what is to be known, more for whoever opens it, one act. */
export function Lines({
  lines,
  empty,
}: {
  lines: readonly { key: string; title: ReactNode; meta?: ReactNode; more?: ReactNode; action?: ReactNode }[];
  empty: string;
}) {
  if (lines.length === 0) return <p className="meta">{empty}</p>;
  return (
    <ul style={{ listStyle: 'none', margin: 0, padding: 0 }}>
      {lines.map((line) => (
        <li
          key={line.key}
          className="row apart"
          style={{ flexWrap: 'nowrap', minHeight: 52, borderBottom: '1px solid var(--line)', padding: '6px 0' }}
        >
          <div style={{ minWidth: 0 }}>
            <div>{line.title}</div>
            {line.meta !== undefined && <div className="meta">{line.meta}</div>}
            {line.more}
          </div>
          {line.action}
        </li>
      ))}
    </ul>
  );
}
