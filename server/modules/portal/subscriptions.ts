import { keyRotated, personErased } from '#access';
import { otherFormChanged } from '#channels';
import { after, committed } from '#platform/events';
import type { Subscription } from '#platform/events';
import { materialChanged, pictureChanged } from '#media';
import {
  frontArranged,
  sectionChanged,
  seriesChanged,
  storyAssigned,
  storyChanged,
  storyPublished,
  storyRestored,
  storyTagged,
  storyWithdrawn,
  tagChanged,
} from '#newsroom';
import { personChanged } from '#people';
import { ownWordsChanged, placeChanged, placeCreated, placeEnded, placeMoved, placesImported } from '#places';
import { stationChanged } from '#stations';
import { certificateIssued, certificateRevoked, serviceChanged } from '#volunteering';
import { drawAhead } from './cache/draw-ahead.ts';
import { noteChanges } from './hub/note-changes.ts';
import { reindex } from './search/search-documents.ts';
import { purgePages } from './state.ts';

interface StoryFacts {
  storyKind?: 'story' | 'notice' | undefined;
  storyId: string;
  sectionId: string;
  sectionBefore?: string;
  placeIds: string[];
  relatedIds: string[];
}

// Whatever shows a story somewhere: its own page, lists of its section and places, home, feeds and search.
const keysOf = (story: StoryFacts): string[] => [
  // A notice may stand in the ribbon above every page.
  ...(story.storyKind === 'story' ? [] : ['all']),
  ...[story.storyId, ...story.relatedIds].map((id) => `story:${id}`),
  `section:${story.sectionId}`,
  ...(story.sectionBefore ? [`section:${story.sectionBefore}`] : []),
  ...story.placeIds.map((id) => `place:${id}`),
  'home',
  'stories',
  'corrections',
  'search',
];

const storyEvents = [storyPublished, storyWithdrawn, storyRestored, storyChanged] as readonly (typeof storyChanged)[];

const placeEvents = [placeCreated, placeChanged, placeMoved, placeEnded, placesImported].map(({ name }) => name);

/** Which event makes which page stale (in every process, before the answer to the act that caused it), and what the search learns from the outbox. */
export const subscriptions: readonly Subscription[] = [
  ...storyEvents.map((kind) =>
    committed(kind, (app, county, event) => purgePages(app, county.id, keysOf(event.payload))),
  ),
  // Whoever signed last looks at once, and so do those who were told.
  committed(storyPublished, (app, county, { payload }) => drawAhead(app, county, payload)),
  ...storyEvents.map((kind) =>
    after(kind, `portal.search-${kind.name}`, async (ctx, event) => {
      await ctx.transaction((tx) => reindex(tx, 'story', [event.payload.storyId]));
      purgePages(ctx.app, ctx.county.id, ['search']);
      // Behind the index: a followed question must find what is new.
      await ctx.transaction((tx) => noteChanges(tx, keysOf(event.payload)));
    }),
  ),
  // Each page names who looks after its story.
  committed(storyAssigned, (app, county, { payload }) => purgePages(app, county.id, [`story:${payload.storyId}`])),
  committed(personChanged, (app, county, { payload }) => purgePages(app, county.id, [`person:${payload.personId}`])),
  committed(personErased, (app, county, { payload }) => purgePages(app, county.id, [`person:${payload.personId}`])),
  committed(otherFormChanged, (app, county, { payload }) => purgePages(app, county.id, [`story:${payload.storyId}`])),
  // Every story carries a mark by the present key.
  committed(keyRotated, (app, county) => purgePages(app, county.id, ['all'])),
  after(storyTagged, 'portal.hub-story.tagged', async (ctx, { payload }) => {
    await ctx.transaction((tx) =>
      noteChanges(
        tx,
        payload.tagIds.map((id) => `tag:${id}`),
      ),
    );
  }),
  // Feeds say how their thing is called, and in which section a story stands.
  after(tagChanged, 'portal.hub-tag.changed', async (ctx, { payload }) => {
    await ctx.transaction((tx) => noteChanges(tx, [`tag:${payload.tagId}`]));
  }),
  after(sectionChanged, 'portal.hub-section.changed', async (ctx, { payload }) => {
    await ctx.transaction((tx) => noteChanges(tx, [`section:${payload.sectionId}`, 'stories', 'corrections']));
  }),
  after(seriesChanged, 'portal.hub-series.changed', async (ctx, { payload }) => {
    await ctx.transaction((tx) => noteChanges(tx, [`series:${payload.seriesId}`]));
  }),
  committed(frontArranged, (app, county, { payload }) =>
    purgePages(app, county.id, [payload.sectionId ? `section:${payload.sectionId}` : 'home']),
  ),
  committed(storyTagged, (app, county, { payload }) =>
    purgePages(app, county.id, [
      ...[payload.storyId, ...payload.relatedIds].map((id) => `story:${id}`),
      ...payload.tagIds.map((id) => `tag:${id}`),
      'sitemap',
    ]),
  ),
  committed(tagChanged, (app, county, { payload }) => purgePages(app, county.id, [`tag:${payload.tagId}`, 'sitemap'])),
  // Stories that were in no series before do not lie under its key.
  committed(seriesChanged, (app, county, { payload }) =>
    purgePages(app, county.id, [
      `series:${payload.seriesId}`,
      ...payload.storyIds.map((id) => `story:${id}`),
      'sitemap',
    ]),
  ),
  committed(serviceChanged, (app, county, event) =>
    purgePages(app, county.id, ['services', `service:${event.payload.slug}`]),
  ),
  ...[certificateIssued, certificateRevoked].map((kind): Subscription => ({
    kind: 'committed',
    event: kind.name,
    react: (app, county) => purgePages(app, county.id, ['certificate-status']),
  })),
  after(serviceChanged, 'portal.search-service.changed', async (ctx, event) => {
    await ctx.transaction((tx) => reindex(tx, 'service', [event.payload.serviceId]));
    purgePages(ctx.app, ctx.county.id, ['search']);
  }),
  // The name of a place may stand on any page, and every page names the sections.
  ...[...placeEvents, sectionChanged.name].map((event): Subscription => ({
    kind: 'committed',
    event,
    react: (app, county) => purgePages(app, county.id, ['all']),
  })),
  // Questions are cut in another way now.
  committed(ownWordsChanged, (app, county) => purgePages(app, county.id, ['search'])),
  // The cuts of a picture stand in lists and on the front page alike, and what is said of a machine's work and of rights wherever the picture does.
  committed(pictureChanged, (app, county, { payload }) => {
    if (payload.moved || payload.marked) purgePages(app, county.id, ['all']);
  }),
  // Stories play what they link to.
  committed(materialChanged, (app, county, event) => purgePages(app, county.id, [`material:${event.payload.hash}`])),
  // Every page that shows a station shows services too, and lies under their key.
  committed(stationChanged, (app, county) => purgePages(app, county.id, ['services'])),
];
