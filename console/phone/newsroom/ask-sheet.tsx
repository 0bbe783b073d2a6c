import type { AssignmentKindName, AssignmentView, IdeaView, NewAssignmentRequest } from '@xiangyin/server/contract';
import { useState } from 'preact/hooks';
import { session } from '../access/session.ts';
import { Sheet, SheetEnd } from '../access/sheet.tsx';
import { momentOfWall } from '../kit/county-time.ts';
import { say } from '../kit/language.ts';
import { Shown } from '../kit/parts.tsx';
import { useAct } from '../kit/use-act.ts';
import { useAnswer } from '../kit/use-answer.ts';
import { GrowingText } from './growing-text.tsx';
import { PlaceChoice } from './place-choice.tsx';

const kinds: readonly AssignmentKindName[] = ['text', 'picture', 'audio', 'video'];
// A longer list is narrowed by letters of the name.
const mostAtSight = 8;

interface Ends {
  readonly idea: IdeaView;
  readonly close: () => void;
  readonly again: () => void;
}

/** Asks a person for an assignment that is there, or another one in place of whoever was asked before; naming oneself takes it. */
export function AskSheet({ idea, one, close, again }: Ends & { one: AssignmentView }) {
  const [personId, setPerson] = useState<string | null>(null);
  const { run, busy, problem } = useAct();
  const ask = async (): Promise<void> => {
    const isOwn = personId === session.me.get()?.personId && one.moves.includes('accepted');
    const asked = isOwn
      ? await run('POST', `/assignments/${one.id}/acceptances`, {})
      : await run('POST', `/assignments/${one.id}/requests`, { personId, version: one.version });
    // Where it was not done either: somebody was quicker, and the page shows it.
    again();
    if (asked) close();
  };
  const isAskedNow = (id: string): boolean => id === one.person?.id && one.state !== 'declined';
  return (
    <Sheet title={say('ask.title', { what: say(`assignment.kind.${one.kind}`) })} close={close}>
      <form
        class="form"
        onSubmit={(event) => {
          event.preventDefault();
          void ask();
        }}
      >
        <People ideaId={idea.id} fits={(id) => !isAskedNow(id)} chosen={personId} choose={setPerson} />
        <SheetEnd
          go={say('ask.do')}
          close={close}
          busy={busy}
          ready={personId !== null}
          problem={problem?.message ?? null}
        />
      </form>
    </Sheet>
  );
}

/** Adds an assignment to an idea, at any place, and asks a person for it, or leaves open who does it. */
export function NewAssignmentSheet({ idea, close, again }: Ends) {
  const [kind, setKind] = useState<AssignmentKindName>('text');
  const [personId, setPerson] = useState<string | null>(null);
  const [placeId, setPlace] = useState<string | null>(null);
  const [starts, setStarts] = useState('');
  const [due, setDue] = useState('');
  const [note, setNote] = useState('');
  const { run, busy, problem } = useAct();
  const add = async (): Promise<void> => {
    const wanted: NewAssignmentRequest = {
      kind,
      personId,
      placeId,
      note: note.trim(),
      startsAt: starts === '' ? null : momentOfWall(starts),
      dueAt: due === '' ? null : momentOfWall(due),
    };
    const added = await run('POST', `/ideas/${idea.id}/assignments`, wanted);
    again();
    if (added) close();
  };
  return (
    <Sheet title={say('ask.new')} close={close}>
      <form
        class="form"
        onSubmit={(event) => {
          event.preventDefault();
          void add();
        }}
      >
        <fieldset class="check-list">
          <legend class="meta">{say('ask.kind')}</legend>
          {kinds.map((name) => (
            <label key={name}>
              <input type="radio" name="kind" checked={kind === name} onChange={() => setKind(name)} />{' '}
              {say(`assignment.kind.${name}`)}
            </label>
          ))}
        </fieldset>
        <People ideaId={idea.id} fits={() => true} chosen={personId} choose={setPerson} mayLeaveOpen />
        <PlaceChoice
          label={say('ask.place')}
          open={say('ask.place.open')}
          value={placeId ?? ''}
          choose={(place) => setPlace(place?.id ?? null)}
        />
        <label class="field">
          <span>{say('ask.starts')}</span>
          <input
            type="datetime-local"
            value={starts}
            onChange={({ currentTarget }) => setStarts(currentTarget.value)}
          />
        </label>
        <label class="field">
          <span>{say('ask.due')}</span>
          <input type="datetime-local" value={due} onChange={({ currentTarget }) => setDue(currentTarget.value)} />
        </label>
        <GrowingText
          id="ask-note"
          class="words"
          label={say('ask.note')}
          value={note}
          change={(next) => setNote(next.slice(0, 4_000))}
        />
        <SheetEnd
          go={say(personId === null ? 'ask.add' : 'ask.do')}
          close={close}
          busy={busy}
          problem={problem?.message ?? null}
        />
      </form>
    </Sheet>
  );
}

/** Whom an assignment of this idea can be given to, nearest first, oneself among them. */
function People({
  ideaId,
  fits,
  chosen,
  choose,
  mayLeaveOpen = false,
}: {
  ideaId: string;
  fits: (id: string) => boolean;
  chosen: string | null;
  choose: (id: string | null) => void;
  mayLeaveOpen?: boolean;
}) {
  const [typed, setTyped] = useState('');
  const found = useAnswer<{ items: { id: string; name: string }[] }>(`/ideas/${ideaId}/candidates`, {
    everySeconds: 600,
  });
  return (
    <Shown answer={found}>
      {({ items }) => {
        const people = items.filter(({ id }) => fits(id));
        if (people.length === 0 && !mayLeaveOpen) return <p class="meta">{say('ask.nobody')}</p>;
        return (
          <fieldset class="check-list story-choice">
            <legend class="meta">{say('ask.whom')}</legend>
            {people.length > mostAtSight && (
              <input
                type="search"
                aria-label={say('ask.search')}
                placeholder={say('ask.search')}
                value={typed}
                onInput={({ currentTarget }) => setTyped(currentTarget.value)}
              />
            )}
            {mayLeaveOpen && (
              <label>
                <input type="radio" name="person" checked={chosen === null} onChange={() => choose(null)} />{' '}
                {say('ask.open')}
              </label>
            )}
            {people
              .filter(({ id, name }) => id === chosen || name.includes(typed.trim()))
              .map(({ id, name }) => (
                <label key={id}>
                  <input type="radio" name="person" checked={chosen === id} onChange={() => choose(id)} /> {name}
                </label>
              ))}
          </fieldset>
        );
      }}
    </Shown>
  );
}
