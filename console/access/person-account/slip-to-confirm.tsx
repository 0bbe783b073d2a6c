import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import type { slipList } from '@xiangyin/server/contract';
import { read } from '../../kit/api.ts';
import { refresh } from '../../kit/queries.ts';
import { useMaySomewhere } from '../../kit/session.ts';
import type { Answer } from '../../kit/shape.ts';
import { useWords } from '../../kit/texts.ts';
import { useTimes } from '../../kit/time.ts';
import { useAct } from '../../kit/use-act.ts';
import { peopleTexts } from '../../people/people-texts.ts';

/** Above the page of a person whose reset slip waits for a second colleague: who printed it, and the button for whoever may confirm it. */
export function SlipToConfirm({ personId }: { personId: string }) {
  return useMaySomewhere('account.confirm-reset') ? <Slips personId={personId} /> : null;
}

function Slips({ personId }: { personId: string }) {
  const words = useWords(peopleTexts);
  const times = useTimes('real');
  const { run, busy } = useAct<null>();
  const slips = useQuery({
    queryKey: ['slips'],
    queryFn: ({ signal }) => read<Answer<typeof slipList>>('/reset-slips', {}, { signal }),
  });
  const slip = slips.data?.items.find(
    (one) => one.person.id === personId && one.abilities.includes('account.confirm-reset'),
  );
  if (!slip) return null;
  const confirm = async (): Promise<void> => {
    if ((await run('POST', `/reset-slips/${slip.id}/confirmations`)) !== undefined) await refresh();
  };
  return (
    <div className="notice due row apart">
      <p>
        {words.slipMadeBy(slip.madeBy.name)} · {times.at(slip.madeAt)} · {words.confirmSlipHint}
      </p>
      <Button type="primary" loading={busy} onClick={() => void confirm()}>
        {words.confirmSlip}
      </Button>
    </div>
  );
}
