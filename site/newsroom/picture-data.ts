import type { StoryPicture } from '@xiangyin/server/contract';

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
  ...(credit ? { creditText: credit } : {}),
  ...(rightsHolder ? { copyrightNotice: rightsHolder } : {}),
  ...(licence ? { license: licenceData(licence) } : {}),
  ...(machine ? { digitalSourceType: sources[machine.mark], description: machine.words } : {}),
});

// An address as it stands; terms in words as a work of their own, as schema.org wants it.
const licenceData = (licence: string): unknown =>
  /^https?:\/\/\S+$/.test(licence) ? licence : { '@type': 'CreativeWork', name: licence };
