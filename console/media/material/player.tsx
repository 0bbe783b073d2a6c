import type { MaterialView } from '@xiangyin/server/contract';
import { useWords } from '../../kit/texts.ts';
import { materialTexts } from './material-texts.ts';
import './material.css';

/** A recording to listen to or to watch, as readers will. */
export function Player({ material }: { material: MaterialView }) {
  const words = useWords(materialTexts);
  const fileOf = (part: string): string | undefined => material.files.find((file) => file.part === part)?.path;
  const tracks = material.subtitles.map(({ language }) => (
    <track
      key={language}
      kind="captions"
      srcLang={language}
      label={words.subtitlesOf[language]}
      src={fileOf(language) ?? ''}
      default={language === material.subtitles[0]?.language}
    />
  ));
  if (material.kind === 'audio')
    return (
      <div className="material-player">
        <Waveform peaks={material.peaks} />
        {/* The rule does not see tracks that are made from a list; without subtitles the transcript stands beside. */}
        {/* oxlint-disable-next-line jsx-a11y/media-has-caption */}
        <audio controls preload="none" src={fileOf('audio')} aria-label={material.title}>
          {tracks}
        </audio>
      </div>
    );
  return (
    // oxlint-disable-next-line jsx-a11y/media-has-caption
    <video
      className="material-player"
      controls
      preload="none"
      playsInline
      aria-label={material.title}
      {...(material.poster ? { poster: material.poster } : {})}
      width={material.width ?? 640}
      height={material.height ?? 360}
    >
      {['1080p', '480p'].map((part) => fileOf(part) && <source key={part} src={fileOf(part)} type="video/mp4" />)}
      {tracks}
    </video>
  );
}

/** The shape of a sound. */
function Waveform({ peaks }: { peaks: readonly number[] }) {
  if (peaks.length === 0) return null;
  // A quiet recording is drawn as tall as a loud one: it is played as loud.
  const tallest = Math.max(1, ...peaks);
  const half = (peak: number): number => Math.max(1, (peak / tallest) * 48);
  const bars = peaks.map((peak, at) => `M${at * 4 + 2} ${50 - half(peak)}V${50 + half(peak)}`);
  return (
    <svg className="waveform" viewBox={`0 0 ${peaks.length * 4} 100`} preserveAspectRatio="none" aria-hidden="true">
      <path d={bars.join('')} />
    </svg>
  );
}
