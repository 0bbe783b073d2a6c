import type { ShownMaterial, StoryPicture } from '@xiangyin/server/contract';

// https://schema.org/IPTCDigitalSourceEnumeration
const sources = {
  made: 'https://schema.org/TrainedAlgorithmicMediaDigitalSource',
  changed: 'https://schema.org/CompositeWithTrainedAlgorithmicMediaDigitalSource',
};

/** What machines read of a picture (schema.org ImageObject): what is to be seen, whose it is, what a machine did to it, in the words that stand beside it. */
export const pictureData = (
  origin: string,
  { src, alt, caption, credit, rightsHolder, licence, machine }: StoryPicture,
): Record<string, unknown> => ({
  '@type': 'ImageObject',
  contentUrl: `${origin}${src}`,
  encodingFormat: 'image/jpeg',
  ...(caption || alt ? { caption: caption || alt } : {}),
  ...rightsData({ credit, rightsHolder, licence, machine }),
});

/** What machines read of sound or video in a text (schema.org AudioObject, VideoObject), by kind; a document is none of them. */
export function recordingsData(origin: string, recordings: readonly ShownMaterial[]): Record<string, unknown> {
  const of = (kind: 'audio' | 'video') =>
    recordings.filter(({ recording }) => recording?.kind === kind).map((one) => recordingData(origin, one));
  const [audio, video] = [of('audio'), of('video')];
  return { ...(audio.length > 0 ? { audio } : {}), ...(video.length > 0 ? { video } : {}) };
}

function recordingData(origin: string, { recording, title, caption, transcript, ...said }: ShownMaterial): unknown {
  const best = recording?.sources.at(-1);
  return {
    '@type': recording?.kind === 'video' ? 'VideoObject' : 'AudioObject',
    name: title,
    ...(best ? { contentUrl: `${origin}${best.src}`, encodingFormat: best.type } : {}),
    ...(recording?.poster ? { thumbnailUrl: `${origin}${recording.poster}` } : {}),
    ...(recording ? { duration: `PT${recording.seconds}S` } : {}),
    ...(caption ? { caption } : {}),
    ...(transcript.length > 0 ? { transcript: transcript.join('\n') } : {}),
    ...rightsData(said),
  };
}

const rightsData = ({
  credit,
  rightsHolder,
  licence,
  machine,
}: Pick<StoryPicture, 'credit' | 'rightsHolder' | 'licence' | 'machine'>): Record<string, unknown> => ({
  ...(credit ? { creditText: credit } : {}),
  ...(rightsHolder ? { copyrightNotice: rightsHolder } : {}),
  ...(licence ? { license: licenceData(licence) } : {}),
  ...(machine ? { digitalSourceType: sources[machine.mark], description: machine.words } : {}),
});

// An address as it stands; terms in words as a work of their own, as schema.org wants it.
const licenceData = (licence: string): unknown =>
  /^https?:\/\/\S+$/.test(licence) ? licence : { '@type': 'CreativeWork', name: licence };
