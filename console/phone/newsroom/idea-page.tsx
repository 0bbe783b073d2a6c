import type { AssignmentView, IdeaView, StoryView } from '@xiangyin/server/contract';
import { useState } from 'preact/hooks';
import { session } from '../access/session.ts';
import { useCell } from '../kit/cell.ts';
import { AskFirst } from '../kit/ask-first.tsx';
import { momentOf } from '../kit/county-time.ts';
import { languageNow, say } from '../kit/language.ts';
import { go, hrefOf } from '../kit/navigate.ts';
import { FullWay, Shown, TopBar, Trouble } from '../kit/parts.tsx';
import { useAct } from '../kit/use-act.ts';
import { useAnswer } from '../kit/use-answer.ts';
import { enqueue, outbox } from '../outbox/outbox.ts';
import type { PlainAct } from '../outbox/entry.ts';
import { soon } from '../outbox/send-outbox.ts';
import { DueTag } from '../work/due-tag.tsx';
import { AskSheet, NewAssignmentSheet } from './ask-sheet.tsx';
import { IdeaEnds } from './idea-ends.tsx';
import { whenOf } from './idea-when.ts';

/** An idea and who does which part of it: yes and no for what I am asked, and the way into the text; for whoever plans, whom to ask, and its end. */
export default function IdeaPage({ ideaId }: { ideaId: string }) {
  const answer = useAnswer<IdeaView>(`/ideas/${ideaId}`, { everySeconds: 30 });
  return (
    <>
      <TopBar title={say('idea.title')} />
      <main>
        <Shown answer={answer}>
          {(idea) => (
            <>
              <h2>{idea.title}</h2>
              <p class="meta">{[whenOf(idea), ...idea.places.map(({ name }) => name)].filter(Boolean).join(' · ')}</p>
              {idea.note !== '' && <p class="preserved">{idea.note}</p>}
              {idea.state !== 'open' && <p class="note info">{say('idea.ended')}</p>}
              {idea.assignments
                .filter((one) => one.state !== 'cancelled')
                .map((one) => (
                  <AssignmentCard key={one.id} idea={idea} one={one} again={answer.again} />
                ))}
              <AddAssignment idea={idea} again={answer.again} />
              <IdeaEnds idea={idea} again={answer.again} />
              <a class="btn wide" href={hrefOf('/')}>
                {say('tab.work')}
              </a>
            </>
          )}
        </Shown>
        <FullWay />
      </main>
    </>
  );
}

/** One more part of an open idea, for whoever plans. */
function AddAssignment({ idea, again }: { idea: IdeaView; again: () => void }) {
  const [adding, setAdding] = useState(false);
  if (idea.state !== 'open' || !idea.abilities.includes('assignment.plan')) return null;
  return (
    <>
      <button type="button" class="btn wide" onClick={() => setAdding(true)}>
        {say('ask.new')}
      </button>
      {adding && <NewAssignmentSheet idea={idea} close={() => setAdding(false)} again={again} />}
    </>
  );
}

function AssignmentCard({ idea, one, again }: { idea: IdeaView; one: AssignmentView; again: () => void }) {
  const waits = useCell(outbox).some((entry) => entry.state === 'waiting' && entry.act.subjectId === one.id);
  const who = one.state === 'declined' ? null : one.person;
  return (
    <article class="card job">
      <p class="when">
        {one.dueAt && !['submitted', 'done'].includes(one.state) ? <DueTag dueAt={one.dueAt} /> : <span />}
        <span class="meta">{say(`assignment.state.${one.state}`)}</span>
      </p>
      <h3>
        {say(`assignment.kind.${one.kind}`)}
        {who && ` · ${who.name}`}
      </h3>
      {one.startsAt && <p>{say('assignment.starts', { time: momentOf(one.startsAt) })}</p>}
      {one.dueAt && <p>{say('assignment.due', { time: momentOf(one.dueAt) })}</p>}
      {one.place && <p>{one.place.name}</p>}
      {one.note !== '' && <p class="preserved">{one.note}</p>}
      {waits ? (
        <p class="note info">{say('offer.noted')}</p>
      ) : (
        <>
          <Acts idea={idea} one={one} />
          <GiveBack idea={idea} one={one} />
          <AskSomebody idea={idea} one={one} again={again} />
        </>
      )}
    </article>
  );
}

function Acts({ idea, one }: { idea: IdeaView; one: AssignmentView }) {
  const isMine = one.person?.id === session.me.get()?.personId && one.state !== 'declined';
  const may = (to: AssignmentView['moves'][number]): boolean => one.moves.includes(to);
  const tell = (kind: PlainAct['kind'], noun: string) => (): void => void answer(idea, one, kind, noun);
  if (isMine && one.state === 'assigned')
    return (
      <>
        <div class="two">
          <button type="button" class="btn" onClick={tell('decline-assignment', 'declinations')}>
            {say('offer.no')}
          </button>
          <button type="button" class="btn primary" onClick={tell('accept-assignment', 'acceptances')}>
            {say('offer.yes')}
          </button>
        </div>
        <p class="meta">{say('offer.free')}</p>
      </>
    );
  if (isMine && one.story?.mayRead)
    return (
      <a class="btn primary wide" href={hrefOf(`/stories/${one.story.id}`)}>
        {say('assignment.story')}
      </a>
    );
  if (
    one.kind === 'text' &&
    !one.story &&
    (may('accepted') || (isMine && may('declined')) || (isMine && may('submitted')))
  )
    return <WriteButton one={one} />;
  if (may('accepted'))
    return (
      <button type="button" class="btn wide" onClick={tell('accept-assignment', 'acceptances')}>
        {say('assignment.take')}
      </button>
    );
  if (isMine && may('submitted'))
    return (
      <button type="button" class="btn primary wide" onClick={tell('deliver-assignment', 'deliveries')}>
        {say('assignment.delivered')}
      </button>
    );
  return null;
}

// After a yes too, without a reason: somebody else is asked.
function GiveBack({ idea, one }: { idea: IdeaView; one: AssignmentView }) {
  if (one.state !== 'accepted' || one.person?.id !== session.me.get()?.personId || !one.moves.includes('declined'))
    return null;
  return (
    <AskFirst
      act={say('assignment.give-back')}
      sure={say('assignment.give-back.sure')}
      look="plain"
      busy={false}
      go={() => void answer(idea, one, 'decline-assignment', 'declinations')}
    />
  );
}

function AskSomebody({ idea, one, again }: { idea: IdeaView; one: AssignmentView; again: () => void }) {
  const [asking, setAsking] = useState(false);
  if (!one.moves.includes('assigned')) return null;
  const isOpen = one.state === 'draft' || one.state === 'declined';
  return (
    <>
      <button type="button" class={isOpen ? 'btn wide' : 'plain'} onClick={() => setAsking(true)}>
        {say(one.person ? 'ask.another' : 'ask.somebody')}
      </button>
      {asking && <AskSheet idea={idea} one={one} close={() => setAsking(false)} again={again} />}
    </>
  );
}

/** Says it; written down here first, sent as soon as there is a line. */
async function answer(idea: IdeaView, one: AssignmentView, kind: PlainAct['kind'], noun: string): Promise<void> {
  await enqueue(idea.title, { kind, subjectId: one.id, path: `/assignments/${one.id}/${noun}`, body: {} });
  soon();
}

// The story's id is the server's to give: it may be there already, begun on another device.
function WriteButton({ one }: { one: AssignmentView }) {
  const { run, busy, problem } = useAct();
  const begin = async (): Promise<void> => {
    const story = await run<StoryView>('POST', `/assignments/${one.id}/stories`, { language: languageNow() });
    if (story) go(`/drafts/new/${story.id}`);
  };
  return (
    <>
      {problem && <Trouble problem={problem} />}
      <button type="button" class="btn primary wide" disabled={busy} onClick={() => void begin()}>
        {say('assignment.write')}
      </button>
    </>
  );
}
