import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import type { IdeaLine, publishedView } from '@xiangyin/server/contract';
import { read } from '../../kit/api.ts';
import { Due } from '../../kit/due.tsx';
import { Loaded } from '../../kit/loaded.tsx';
import { Page, Part } from '../../kit/page.tsx';
import type { Answer } from '../../kit/shape.ts';
import { useWords } from '../../kit/texts.ts';
import { useTimes } from '../../kit/time.ts';
import { cardsOf, isLate, type PlanCard } from './cards.ts';
import { PlanViews, QuickIdea } from './plan-head.tsx';
import { useWhen, useWho } from './plan-words.ts';
import { planningTexts } from './planning-texts.ts';
import './planning.css';
import { usePlan } from './use-plan.ts';

/** 编前会: what a desk looks at together every morning, on a screen or on paper. */
export function MeetingPage() {
  const words = useWords(planningTexts);
  const plan = usePlan();
  const { dated, now } = useTimes();
  return (
    <Page
      title={words.meeting.title}
      meta={dated(now().toISOString())}
      actions={
        <>
          <Button onClick={() => window.print()}>{words.meeting.print}</Button>
          <PlanViews at="meeting" />
        </>
      }
    >
      <QuickIdea />
      <Loaded query={plan}>
        {({ items, more }) => (
          <>
            {more && <p className="notice due">{words.tooMany}</p>}
            <Meeting ideas={items} />
          </>
        )}
      </Loaded>
    </Page>
  );
}

function Meeting({ ideas }: { ideas: readonly IdeaLine[] }) {
  const { meeting: words } = useWords(planningTexts);
  const times = useTimes();
  const day = (after: number): string => times.now().add(after, 'day').format('YYYY-MM-DD');
  const open = ideas.filter((idea) => idea.state === 'open');
  const cards = cardsOf(open);
  const touches = (on: string) => (idea: IdeaLine) =>
    (idea.fromOn !== null && idea.fromOn <= on && (idea.untilOn ?? idea.fromOn) >= on) ||
    idea.assignments.some((one) => isOn(one.dueAt, on) || isOn(one.startsAt, on));
  const isOn = (iso: string | null, on: string): boolean =>
    iso !== null && times.zoned(iso).format('YYYY-MM-DD') === on;
  const today = open.filter(touches(day(0)));
  const late = cards.filter((card) => isLate(card, Date.parse(times.now().toISOString())));
  const nobody = cards.filter((card) => card.column === 'open');
  return (
    <>
      <p>{words.summary(today.length, late.length, nobody.length)}</p>
      <div className="meeting">
        <Ideas title={words.today} ideas={today} />
        <Ideas title={words.tomorrow} ideas={open.filter(touches(day(1)))} />
        <Cards title={words.late} cards={late} />
        <Cards title={words.nobody} cards={nobody} />
        <Cards title={words.waiting} cards={cards.filter((card) => card.column === 'asked')} />
        <Cards title={words.handedIn} cards={cards.filter((card) => card.column === 'submitted')} />
        <Published day={day(-1)} />
      </div>
    </>
  );
}

function Lines({ title, count, children }: { title: string; count: number; children: ReactNode }) {
  const { meeting: words } = useWords(planningTexts);
  return (
    <Part title={title} aside={<span className="meta num">{count}</span>}>
      {count === 0 ? <p className="meta">{words.nothing}</p> : <ul className="plan-lines">{children}</ul>}
    </Part>
  );
}

function Ideas({ title, ideas }: { title: string; ideas: readonly IdeaLine[] }) {
  const when = useWhen();
  const who = useWho();
  return (
    <Lines title={title} count={ideas.length}>
      {ideas.map((idea) => (
        <li key={idea.id}>
          <Link to={`/ideas/${idea.id}`}>{idea.title}</Link>
          <span className="meta">{[idea.startsAt ? when(idea) : '', who(idea)].filter(Boolean).join(' · ')}</span>
        </li>
      ))}
    </Lines>
  );
}

const mostLines = 60;

function Cards({ title, cards }: { title: string; cards: readonly PlanCard[] }) {
  const words = useWords(planningTexts);
  return (
    <Lines title={title} count={cards.length}>
      {cards.slice(0, mostLines).map(({ key, idea, assignment }) => (
        <li key={key}>
          <Link to={`/ideas/${idea.id}`}>{idea.title}</Link>
          <span className="meta">
            {[
              assignment ? words.kinds[assignment.kind] : '',
              assignment?.person && assignment.state !== 'declined' ? assignment.person.name : '',
            ]
              .filter(Boolean)
              .join(' ')}{' '}
            {assignment && <Due at={assignment.dueAt} soonMinutes={180} />}
          </span>
        </li>
      ))}
      {cards.length > mostLines && <li className="meta">{words.more(cards.length - mostLines)}</li>}
    </Lines>
  );
}

function Published({ day }: { day: string }) {
  const { meeting: words } = useWords(planningTexts);
  const times = useTimes();
  const published = useQuery({
    queryKey: ['plan', 'published', day],
    queryFn: ({ signal }) => read<Answer<typeof publishedView>>('/plan/published', { day }, { signal }),
  });
  const items = published.data?.items ?? [];
  return (
    <Lines title={words.published} count={items.length}>
      {items.map((story) => (
        <li key={story.id}>
          <span>
            <span className="num">{times.clock(story.publishedAt)}</span>{' '}
            <Link to={`/stories/${story.id}`} lang={story.language}>
              {story.title}
            </Link>
          </span>
        </li>
      ))}
    </Lines>
  );
}
