import { useQuery } from '@tanstack/react-query';
import { App, Button } from 'antd';
import type { swapListView, SwapView } from '@xiangyin/server/contract';
import { read } from '../../kit/api.ts';
import { Part } from '../../kit/page.tsx';
import { refresh } from '../../kit/queries.ts';
import type { Answer } from '../../kit/shape.ts';
import { Tag } from '../../kit/tag.tsx';
import { useWords } from '../../kit/texts.ts';
import { useTimes } from '../../kit/time.ts';
import { useAct } from '../../kit/use-act.ts';
import { rosterTexts } from './roster-texts.ts';

const tones = { asked: 'due', accepted: 'info', declined: 'plain', withdrawn: 'plain', confirmed: 'ok' } as const;

/** Changes of places that are open or were settled lately, each with what the reader may do with it. */
export function SwapsPart() {
  const { swap: words } = useWords(rosterTexts);
  const swaps = useQuery({
    queryKey: ['shift-swaps'],
    queryFn: ({ signal }) => read<Answer<typeof swapListView>>('/shift-swaps', {}, { signal }),
  });
  const items = swaps.data?.items ?? [];
  if (items.length === 0) return null;
  return (
    <Part title={words.title}>
      <ul className="roster-handovers">
        {items.map((one) => (
          <Swap key={one.id} swap={one} />
        ))}
      </ul>
    </Part>
  );
}

function Swap({ swap }: { swap: SwapView }) {
  const { swap: words } = useWords(rosterTexts);
  const times = useTimes();
  const { message } = App.useApp();
  const { run, busy } = useAct<SwapView>();
  const answer = async (move: SwapView['moves'][number]): Promise<void> => {
    const settled = await run('POST', `/shift-swaps/${swap.id}/answers`, { answer: move });
    if (settled) void message.success(words.said[settled.state]);
    await refresh();
  };
  const span = (shift: NonNullable<SwapView['shift']>): string =>
    `${times.at(shift.fromAt)} – ${times.at(shift.untilAt)}`;
  return (
    <li>
      <div className="row apart">
        <span>
          {words.line(swap.asker.name, swap.asked.name)}{' '}
          <span className="meta">
            {[
              `${swap.roleName} · ${swap.place.name}`,
              swap.shift ? span(swap.shift) : '',
              swap.other ? words.against(span(swap.other)) : '',
            ]
              .filter(Boolean)
              .join(' · ')}
          </span>
        </span>
        <span className="row">
          <Tag tone={tones[swap.state]}>{words.states[swap.state]}</Tag>
          {swap.moves.map((move) => (
            <Button
              key={move}
              size="small"
              type={move === 'accept' || move === 'confirm' ? 'primary' : 'default'}
              disabled={busy}
              onClick={() => void answer(move)}
            >
              {words.moves[move]}
            </Button>
          ))}
        </span>
      </div>
      {swap.note !== '' && <p className="roster-note">{swap.note}</p>}
    </li>
  );
}
