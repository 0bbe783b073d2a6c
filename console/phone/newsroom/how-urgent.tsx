import type { NoticeLevel } from '@xiangyin/server/contract';
import { session } from '../access/session.ts';
import { momentOfWall, wallOf } from '../kit/county-time.ts';
import { say } from '../kit/language.ts';
import type { Draft } from './draft.ts';

const levels: readonly NoticeLevel[] = ['blue', 'yellow', 'orange', 'red'];

/** A story or a notice, how urgent and until when; and the urgent way, for whoever may choose how a text is reviewed. A text that is changed keeps what it is: only its way is asked. */
export function HowUrgent({
  draft,
  invalid,
  change,
}: {
  draft: Draft;
  invalid: boolean;
  change: (changes: Partial<Draft>) => void;
}) {
  if (!session.me.get()?.abilities.includes('story.choose-path')) return null;
  return (
    <>
      {!draft.revises && (
        <label class="field">
          <span>{say('write.kind')}</span>
          <select
            id="kind"
            value={draft.kind ?? 'story'}
            onChange={(event) => change({ kind: event.currentTarget.value === 'notice' ? 'notice' : 'story' })}
          >
            <option value="story">{say('story.story')}</option>
            <option value="notice">{say('story.notice')}</option>
          </select>
        </label>
      )}
      {!draft.revises && draft.kind === 'notice' && (
        <>
          <label class="field">
            <span>{say('write.level')}</span>
            <select
              id="level"
              aria-describedby={draft.level ? 'level-hint' : undefined}
              value={draft.level ?? ''}
              onChange={(event) =>
                change({ level: levels.find((level) => level === event.currentTarget.value) ?? null })
              }
            >
              <option value="">{say('write.level.none')}</option>
              {levels.map((level) => (
                <option key={level} value={level}>
                  {say(`story.level.${level}`)}
                </option>
              ))}
            </select>
          </label>
          {draft.level && (
            <p class="meta" id="level-hint">
              {say('write.level.hint')}
            </p>
          )}
          <label class="field">
            <span>{say('write.until')}</span>
            <input
              id="valid-until"
              type="datetime-local"
              value={draft.validUntil ? wallOf(draft.validUntil) : ''}
              aria-invalid={invalid}
              onChange={(event) =>
                change({
                  validUntil: event.currentTarget.value === '' ? null : momentOfWall(event.currentTarget.value),
                })
              }
            />
          </label>
        </>
      )}
      <label class="choice">
        <input
          id="urgent"
          aria-describedby={draft.isUrgent ? 'urgent-hint' : undefined}
          type="checkbox"
          checked={draft.isUrgent ?? false}
          onChange={(event) => change({ isUrgent: event.currentTarget.checked })}
        />{' '}
        {say('write.urgent')}
      </label>
      {draft.isUrgent && (
        <p class="meta" id="urgent-hint">
          {say('write.urgent.hint')}
        </p>
      )}
    </>
  );
}
