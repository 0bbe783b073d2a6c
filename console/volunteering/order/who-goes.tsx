import { App, Button } from 'antd';
import type { OrderVisit } from '@xiangyin/server/contract';
import { useConfirm } from '../../kit/confirm.ts';
import { refresh } from '../../kit/queries.ts';
import { useWords } from '../../kit/texts.ts';
import { useAct } from '../../kit/use-act.ts';
import { presenceTexts } from '../presence-texts.ts';
import { volunteeringTexts } from '../volunteering-texts.ts';

/** Who goes to a visit that is to come, each with a button for the case that they telephone and cannot. */
export function WhoGoes({ visit }: { visit: OrderVisit }) {
  const words = useWords(volunteeringTexts);
  const { absent } = useWords(presenceTexts);
  const { message } = App.useApp();
  const confirm = useConfirm();
  const { run, busy } = useAct<unknown>();
  const release = async (personId: string, name: string): Promise<void> => {
    const question = { title: absent.title(name), consequence: absent.consequence, act: absent.act, danger: false };
    if (!(await confirm(question))) return;
    if ((await run('POST', `/visits/${visit.id}/person-releases`, { personId })) === undefined) return;
    void message.success(absent.done);
    await refresh();
  };
  return visit.people.map(({ personId, name, leads, state, minutes }) => (
    <div key={personId} className="row apart">
      <span>{leads ? words.order.leads(name) : name}</span>
      {state === 'assigned' ? (
        <Button
          size="small"
          aria-label={absent.title(name)}
          disabled={busy}
          onClick={() => void release(personId, name)}
        >
          {absent.act}
        </Button>
      ) : (
        <span className="meta">
          {state in words.order.assignmentStates
            ? words.order.assignmentStates[state as keyof typeof words.order.assignmentStates]
            : state}
          {minutes !== null && visit.people.length > 1 && ` · ${words.order.minutesServed(minutes)}`}
        </span>
      )}
    </div>
  ));
}
