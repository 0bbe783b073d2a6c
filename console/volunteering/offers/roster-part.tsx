import { useQuery } from '@tanstack/react-query';
import { App, Button, Checkbox } from 'antd';
import { useState } from 'react';
import type { Roster } from '@xiangyin/server/contract';
import { read } from '../../kit/api.ts';
import { listed } from '../../kit/language.ts';
import { Loaded } from '../../kit/loaded.tsx';
import { refresh } from '../../kit/queries.ts';
import { useMe } from '../../kit/session.ts';
import { useWords } from '../../kit/texts.ts';
import { useAct } from '../../kit/use-act.ts';
import { offerTexts } from './offer-texts.ts';

/** Whoever leads the team says whom they would send. Each of them still answers for themself. */
export function RosterPart({ offerId }: { offerId: string }) {
  const { roster: words } = useWords(offerTexts);
  const [open, setOpen] = useState(false);
  return (
    <div className="stack">
      <Button style={{ alignSelf: 'start' }} aria-expanded={open} onClick={() => setOpen(!open)}>
        {words.ask}
      </Button>
      {open && <Members offerId={offerId} />}
    </div>
  );
}

function Members({ offerId }: { offerId: string }) {
  const { roster: words } = useWords(offerTexts);
  const { message } = App.useApp();
  const me = useMe();
  const [chosen, setChosen] = useState<string[]>([]);
  const { run, busy } = useAct<Roster>();
  const query = useQuery({
    queryKey: ['roster', offerId],
    queryFn: ({ signal }) => read<Roster>(`/offers/${offerId}/roster`, {}, { signal }),
  });
  const propose = async (): Promise<void> => {
    if (!(await run('POST', `/offers/${offerId}/proposals`, { personIds: chosen }))) return;
    setChosen([]);
    void message.success(words.done);
    await refresh();
  };
  return (
    <Loaded query={query} rows={1}>
      {({ items, peopleNeeded, peopleTaken }) => {
        const named = (which: (one: Roster['items'][number]) => boolean) =>
          listed(items.filter(which).map((one) => one.name));
        const [go, asked] = [named((one) => one.goes), named((one) => one.proposed && !one.goes)];
        const free = items.filter((one) => one.fits && !one.goes && !one.proposed && one.personId !== me.personId);
        return (
          <>
            <p className="meta">{words.needed(Math.max(0, peopleNeeded - peopleTaken))}</p>
            {go !== '' && <p>{words.go(go)}</p>}
            {asked !== '' && <p>{words.asked(asked)}</p>}
            {free.length === 0 ? (
              <p className="meta">{words.nobody}</p>
            ) : (
              <>
                <div role="group" aria-label={words.who}>
                  <Checkbox.Group
                    value={chosen}
                    onChange={setChosen}
                    options={free.map(({ personId, name }) => ({ value: personId, label: name }))}
                  />
                </div>
                <p className="meta">{words.how}</p>
                <Button
                  type="primary"
                  style={{ alignSelf: 'start' }}
                  disabled={chosen.length === 0}
                  loading={busy}
                  onClick={() => void propose()}
                >
                  {words.propose(chosen.length)}
                </Button>
              </>
            )}
          </>
        );
      }}
    </Loaded>
  );
}
