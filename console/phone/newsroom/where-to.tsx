import type { PlaceLine, SectionView } from '@xiangyin/server/contract';
import { inWords, say } from '../kit/language.ts';
import type { Draft } from './draft.ts';

/** Section, place and language: chosen already, shown only where there is a choice. */
export function WhereTo({
  draft,
  sections,
  places,
  change,
}: {
  draft: Draft;
  sections: readonly SectionView[];
  places: readonly PlaceLine[];
  change: (changes: Partial<Draft>) => void;
}) {
  return (
    <div class="where">
      <label class="field">
        <span>{say('write.section')}</span>
        <select
          id="section"
          value={draft.sectionId ?? ''}
          onChange={(event) => change({ sectionId: event.currentTarget.value })}
        >
          {sections.map((section) => (
            <option key={section.id} value={section.id}>
              {inWords(section.name)}
            </option>
          ))}
        </select>
      </label>
      {places.length > 1 && (
        <label class="field">
          <span>{say('write.place')}</span>
          <select
            id="place"
            value={draft.placeId ?? ''}
            onChange={(event) => change({ placeId: event.currentTarget.value })}
          >
            {places.map((place) => (
              <option key={place.id} value={place.id}>
                {inWords(place.name)}
              </option>
            ))}
          </select>
        </label>
      )}
      <label class="field">
        <span>{say('write.language')}</span>
        <select
          value={draft.language}
          onChange={(event) => change({ language: event.currentTarget.value === 'en' ? 'en' : 'zh-CN' })}
        >
          <option value="zh-CN">中文</option>
          <option value="en">English</option>
        </select>
      </label>
    </div>
  );
}
