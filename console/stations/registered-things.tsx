import { Button } from 'antd';
import { useConfirm } from '../kit/confirm.ts';

interface RegisteredThing {
  readonly id: string;
  readonly name: string;
}

/** What is registered for a station, kiosks or computers, each with since when and an end to it. */
export function RegisteredThings<T extends RegisteredThing>(props: {
  items: readonly T[];
  words: {
    readonly none: string;
    readonly end: string;
    readonly endTitle: (name: string) => string;
    readonly endSure: string;
  };
  since: (thing: T) => string;
  busy: boolean;
  end: (id: string) => void;
}) {
  const { items, words, since, busy, end } = props;
  const sure = useConfirm();
  const ask = async ({ id, name }: T): Promise<void> => {
    if (await sure({ title: words.endTitle(name), consequence: words.endSure, act: words.end })) end(id);
  };
  if (items.length === 0)
    return (
      <p className="second" style={{ marginBottom: 16 }}>
        {words.none}
      </p>
    );
  return (
    <ul style={{ listStyle: 'none', padding: 0, margin: '0 0 16px' }}>
      {items.map((thing) => (
        <li key={thing.id} style={{ display: 'flex', gap: 12, alignItems: 'center', minHeight: 44 }}>
          <span style={{ flex: 1 }}>
            <strong>{thing.name}</strong> <span className="second">{since(thing)}</span>
          </span>
          <Button size="small" danger disabled={busy} onClick={() => void ask(thing)}>
            {words.end}
          </Button>
        </li>
      ))}
    </ul>
  );
}
