import { story, textOf } from '#newsroom/testing';
import type { Desk, SeenStory } from '#newsroom/testing';

/** Corrects the bridge's story in public, through the whole chain: the limit is twelve tonnes. */
export async function correctPublished(desk: Desk, published: SeenStory): Promise<void> {
  const { county } = desk;
  const begun = story(
    await county.as('editor').post(`/stories/${published.id}/corrections`, { note: '限重写错了' }),
    201,
  );
  const text = textOf('柳河桥今天通车', ['限重十二吨。']);
  const saved = story(
    await county.as('chief-editor-2').put(`/stories/${published.id}/text`, { version: begun.version, text }),
    200,
  );
  await desk.signAll(await desk.submit(saved, 'chief-editor-2'));
}
