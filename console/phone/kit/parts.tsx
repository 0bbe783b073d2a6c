import type { ComponentChildren } from 'preact';
import { fullAddress } from '../../lead/light-address.ts';
import { useCell } from './cell.ts';
import type { Answer } from './use-answer.ts';
import { useEffect, useState } from 'preact/hooks';
import { momentOf } from './county-time.ts';
import { say } from './language.ts';
import { back, here } from './navigate.ts';
import type { Problem } from './problem.ts';

/** The bar of a page that was opened from another: the way back, where one is. */
export function TopBar({ title, children }: { title: string; children?: ComponentChildren }) {
  return (
    <header class="top">
      <button type="button" class="back" onClick={back} aria-label={say('back')}>
        <svg viewBox="0 0 24 24" width="24" height="24" aria-hidden="true">
          <path
            d="M15 5l-7 7 7 7"
            fill="none"
            stroke="currentColor"
            stroke-width="2"
            stroke-linecap="round"
            stroke-linejoin="round"
          />
        </svg>
      </button>
      <h1>{title}</h1>
      {children}
    </header>
  );
}

/** What happened, what was kept, what to do. */
export function Trouble({ problem, again }: { problem: Problem; again?: () => void }) {
  return (
    <div class="trouble" role="alert">
      <p>{problem.message}</p>
      {problem.fields.length > 0 && (
        <ul>
          {problem.fields.map((field) => (
            <li key={field.path + field.code}>{field.message}</li>
          ))}
        </ul>
      )}
      {again && (
        <button type="button" class="btn" onClick={again}>
          {say('again')}
        </button>
      )}
    </div>
  );
}

/** The shape of what comes, after 300 ms. */
export function Coming({ lines = 3 }: { lines?: number }) {
  const [shown, setShown] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setShown(true), 300);
    return () => clearTimeout(timer);
  }, []);
  return (
    <div class="coming" aria-busy="true">
      <span class="visually-hidden">{say('coming')}</span>
      {shown && Array.from({ length: lines }, (_, at) => <i key={at} />)}
    </div>
  );
}

/** Shows an answer when it is there; until then its shape, or what went wrong. An older answer is shown with a word about that. */
export function Shown<T>({ answer, children }: { answer: Answer<T>; children: (value: T) => ComponentChildren }) {
  if (answer.value === undefined) return <Lacking answers={[answer]} />;
  return (
    <>
      <Older answers={[answer]} />
      {children(answer.value)}
    </>
  );
}

/** What is said in place of answers that are not there: what went wrong with one, with another try for all, or the shape of what comes. */
export function Lacking({ answers }: { answers: readonly Answer<unknown>[] }) {
  const lacking = answers.filter(({ value }) => value === undefined);
  const problem = lacking.map((one) => one.problem).find((one) => one !== null);
  if (problem)
    return (
      <Trouble
        problem={problem}
        again={() => {
          for (const one of lacking) one.again();
        }}
      />
    );
  return lacking.length > 0 ? <Coming /> : null;
}

/** Of answers that could not be asked anew: since when nothing is known. Nothing where all are fresh. */
export function Older({ answers }: { answers: readonly Answer<unknown>[] }) {
  const older = answers.flatMap(({ value, problem, seenAt }) =>
    value !== undefined && problem !== null && seenAt !== null ? [{ problem, seenAt }] : [],
  );
  const [first] = older.sort((a, b) => (a.seenAt < b.seenAt ? -1 : 1));
  return (
    <div role="status">
      {first && (
        <p class="meta older">
          {say(first.problem.status === 0 ? 'older' : 'older.trouble', { time: momentOf(first.seenAt) })}
        </p>
      )}
    </div>
  );
}

/** A part of a page under a small heading. */
export function Part({ title, children }: { title: string; children: ComponentChildren }) {
  return (
    <section class="part">
      <h2>{title}</h2>
      {children}
    </section>
  );
}

/** The way from a thing of this entry to the very same thing in the full console. */
export function FullWay() {
  return (
    <a class="plain" href={fullAddress(useCell(here))}>
      {say('me.console')}
    </a>
  );
}
