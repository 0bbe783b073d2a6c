import type { MaterialPageProps, PageRecording } from '@xiangyin/server/contract';
import type { Here } from '../here.ts';
import type { View } from '../view.ts';

/** A recording with what is said in it, or a document to take home. */
export const material: View<MaterialPageProps> = {
  // Found by the story that shows it, not by itself.
  head: (props) => ({ title: props.title, isPrivate: true }),
  Body: ({ props, here }) => {
    const words = here.t.media.material;
    const { recording, document } = props;
    const said = [props.caption, props.credit, props.rightsHolder, props.licence].filter((part) => part !== '');
    return (
      <div class="wrap page material">
        <h1>{props.title}</h1>
        {recording && <Player recording={recording} />}
        {!recording && !document && <p>{words.notYet}</p>}
        {said.length > 0 && <p class="meta">{said.join(' · ')}</p>}
        {props.machine && <p class="picture-note">{props.machine.words}</p>}
        {props.otherwise
          .filter(({ kind }) => kind === 'described')
          .map(({ href, words: said }) => (
            <p key={href}>
              <a href={href}>{said}</a>
            </p>
          ))}
        {document && <Document here={here} document={document} />}
        {props.transcript.length > 0 && (
          <section aria-labelledby="transcript">
            <h2 id="transcript">{words.transcript}</h2>
            {props.transcript.map((line) => (
              <p key={line}>{line}</p>
            ))}
          </section>
        )}
      </div>
    );
  },
};

function Player({ recording }: { recording: PageRecording }) {
  const { kind, title, sources, tracks, poster, width, height, shape } = recording;
  const inside = [
    ...sources.map((one) => (
      <source key={one.src} src={one.src} type={one.type} {...(one.media ? { media: one.media } : {})} />
    )),
    ...tracks.map((one) => (
      <track key={one.src} kind="captions" src={one.src} srcLang={one.language} label={one.label} />
    )),
  ];
  return (
    <figure class="recording">
      {shape && (
        <svg class="waveform" viewBox={`0 0 ${shape.bars * 4} 100`} preserveAspectRatio="none" aria-hidden="true">
          <path d={shape.path} />
        </svg>
      )}
      {kind === 'video' ? (
        // The rule does not see tracks made from a list.
        // oxlint-disable-next-line jsx-a11y/media-has-caption
        <video
          controls
          playsInline
          preload="none"
          {...(poster ? { poster } : {})}
          width={width}
          height={height}
          aria-label={title}
        >
          {inside}
        </video>
      ) : (
        // oxlint-disable-next-line jsx-a11y/media-has-caption
        <audio controls preload="none" aria-label={title}>
          {inside}
        </audio>
      )}
    </figure>
  );
}

function Document({ here, document }: { here: Here; document: { href: string; name: string; bytes: number } }) {
  const words = here.t.media.material;
  return (
    <p>
      <a class="button" href={document.href} download={document.name}>
        {words.take(sizeOf(document.bytes))}
      </a>
    </p>
  );
}

function sizeOf(bytes: number): string {
  const megabytes = bytes / 1024 ** 2;
  return megabytes >= 1
    ? `${megabytes.toFixed(megabytes < 10 ? 1 : 0)} MB`
    : `${Math.max(1, Math.round(bytes / 1024))} KB`;
}
