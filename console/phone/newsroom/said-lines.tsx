import { say } from '../kit/language.ts';
import type { DraftSaid } from './draft.ts';
import { GrowingText } from './growing-text.tsx';

/** What may be said of a picture or an attachment, a line each; closed unless something is said. `isSent`: the server has it, and only what the text itself says of it can still be changed here. */
export function SaidLines<Of extends DraftSaid & { readonly id: string }>({
  of,
  isSent = false,
  change,
}: {
  of: Of;
  isSent?: boolean;
  change: (changed: Of) => void;
}) {
  const { id, credit, machine = null, agreed = '' } = of;
  return (
    <details class="not-before" open={credit !== '' || machine !== null || agreed !== ''}>
      <summary>{say('said.title')}</summary>
      <GrowingText
        id={`credit-${id}`}
        class="alt"
        label={say('said.credit')}
        value={credit}
        oneLine
        most={500}
        change={(words) => change({ ...of, credit: words })}
      />
      {!isSent && (
        <>
          <GrowingText
            id={`agreed-${id}`}
            class="alt"
            label={say('said.agreed')}
            value={agreed}
            oneLine
            most={500}
            change={(words) => change({ ...of, agreed: words })}
          />
          <label class="field">
            <span>{say('said.machine')}</span>
            <select
              id={`machine-${id}`}
              value={machine ?? ''}
              onChange={({ currentTarget: { value } }) =>
                change({ ...of, machine: value === 'made' || value === 'changed' ? value : null })
              }
            >
              <option value="">{say('said.machine.none')}</option>
              <option value="made">{say('said.machine.made')}</option>
              <option value="changed">{say('said.machine.changed')}</option>
            </select>
          </label>
        </>
      )}
    </details>
  );
}
