import { countShownAt, mostPages, pagingOf, perPage, storyTeasers } from '#newsroom';
import { codeOf, isLiving, levelName, placeByCode, placeName, placesOf, rootPlace, today } from '#places';
import type { Place } from '#places';
import { serviceTeasers } from '#volunteering';
import { found } from '#platform/refuse';
import type { Page } from '#platform/page';
import { stationContacts } from './station-contacts.ts';
import type { PlacePageProps, PlacesPageProps } from './page-contract.ts';

/** `/places/:code`: notices that hold here, stories of the place and below, stations, services. */
export const placePage: Page = {
  path: '/places/:code',
  view: 'portal/place',
  cached: true,
  query: ['page'],
  load: ({ ctx, params, query }) =>
    ctx.transaction(async (tx) => {
      const { language } = ctx;
      const tree = placesOf(tx);
      const code = params['code'] ?? '';
      const place = found(placeByCode(tx, code));
      // The place has another code now: old links and papers lead on.
      if (code !== place.code && code !== place.localCode) return { redirect: `/places/${codeOf(place)}`, status: 301 };
      const living = (one: Place): boolean => isLiving(one, today(tx));
      const below = tree.subtree(place.id).map((one) => one.id);
      const paging = pagingOf(query['page'], await countShownAt(tx, below, perPage * mostPages));
      const above = tree.path(place.id).filter((one) => one.id !== place.id);
      const notices = await storyTeasers(tx, language, {
        kind: 'notice',
        validAt: tx.at,
        placeIds: [place.id, ...above.map((one) => one.id)],
        limit: 5,
      });
      const stories = await storyTeasers(tx, language, {
        placeIds: below,
        limit: perPage,
        offset: (paging.page - 1) * perPage,
      });
      const name = (one: typeof place) => ({ code: codeOf(one), name: placeName(one, language) });
      const props: PlacePageProps = {
        place: name(place),
        levelName: levelName(ctx.county, place.level, language),
        above: above.map(name),
        below: tree.children(place.id).filter(living).map(name),
        notices: notices.map((one) => one.teaser),
        stories: stories.map((one) => one.teaser),
        paging,
        stations: await stationContacts(tx, place.id, language),
        services: (await serviceTeasers(tx, language, { placeId: place.id, onHomePage: true })).slice(0, 8),
      };
      const ends = notices.flatMap((one) => (one.teaser.validUntil ? [new Date(one.teaser.validUntil)] : []));
      return {
        props,
        keys: [`place:${place.id}`, ...below.slice(0, 400).map((id) => `place:${id}`), 'places', 'services'],
        staleAt: ends.toSorted((a, b) => a.getTime() - b.getTime())[0] ?? null,
      };
    }),
};

/** `/places`: every town with its villages. */
export const placesPage: Page = {
  path: '/places',
  view: 'portal/places',
  cached: true,
  load: ({ ctx }) =>
    ctx.transaction(async (tx) => {
      const tree = placesOf(tx);
      const name = (one: ReturnType<typeof rootPlace>) => ({ code: codeOf(one), name: placeName(one, ctx.language) });
      const living = (id: string): Place[] => tree.children(id).filter((one) => isLiving(one, today(tx)));
      const towns = living(rootPlace(tx).id).map((town) => ({
        place: name(town),
        villages: living(town.id).map(name),
      }));
      return { props: { towns } satisfies PlacesPageProps, keys: ['places'] };
    }),
};
