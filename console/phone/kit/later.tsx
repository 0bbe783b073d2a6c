import type { ComponentType } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { say } from './language.ts';
import { Coming } from './parts.tsx';

/** A part of a page that few need: its program is fetched when it is first shown, and the installed entry has it already. */
export function later<Props extends object>(
  load: () => Promise<{ default: ComponentType<Props> }>,
): ComponentType<Props> {
  let known: ComponentType<Props> | null = null;
  return function Later(props: Props) {
    const [, setArrived] = useState(false);
    const [failed, setFailed] = useState(false);
    const fetchIt = async () => {
      setFailed(false);
      try {
        known = (await load()).default;
        setArrived(true);
      } catch {
        setFailed(true);
      }
    };
    useEffect(() => {
      if (!known) void fetchIt();
    }, []);
    const Part = known;
    if (Part) return <Part {...props} />;
    if (!failed) return <Coming lines={1} />;
    return (
      <div class="trouble" role="alert">
        <p>{say('later.failed')}</p>
        <button type="button" class="btn" onClick={() => void fetchIt()}>
          {say('again')}
        </button>
      </div>
    );
  };
}
