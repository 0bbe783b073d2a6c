import { Progress } from 'antd';
import type { MaterialView } from '@xiangyin/server/contract';
import { Tag, type Tone } from '../../kit/tag.tsx';
import { useWords } from '../../kit/texts.ts';
import { materialTexts } from './material-texts.ts';

const tones: Readonly<Record<MaterialView['state'], Tone>> = {
  waiting: 'plain',
  converting: 'info',
  ready: 'ok',
  failed: 'hot',
  stopped: 'plain',
};

/** Where a material stands, and what is in its way. */
export function MaterialState({ material, full = false }: { material: MaterialView; full?: boolean }) {
  const words = useWords(materialTexts);
  return (
    <div className="material-state">
      <Tag tone={tones[material.state]}>
        {material.state === 'converting' ? words.progress(material.progress) : words.states[material.state]}
      </Tag>
      {full && material.state === 'converting' && (
        <Progress percent={material.progress} size="small" showInfo={false} aria-label={words.states.converting} />
      )}
      {full && material.problem && <p className="meta">{material.problem.title}</p>}
    </div>
  );
}
