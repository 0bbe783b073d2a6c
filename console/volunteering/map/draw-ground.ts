import { Map as Picture, Marker, NavigationControl, ScaleControl, setWorkerUrl } from 'maplibre-gl';
import type { GeoJSONSource, StyleSpecification } from 'maplibre-gl';
import 'maplibre-gl/dist/maplibre-gl.css';
import workerAddress from 'maplibre-gl/dist/maplibre-gl-worker.mjs?worker&url';
import type { MapGround } from '@xiangyin/server/contract';
import type { Position } from './on-ground.ts';

setWorkerUrl(workerAddress);

/** Milliseconds for the first tile: beyond, the line is too slow to wait for. */
const longestWait = 10_000;

/** What is drawn under a map, where there is something. */
export type Ground = NonNullable<MapGround['ground']>;

/** What lies flat on the ground, from below to above. */
export interface Laid {
  /** The edge of how far somebody wishes to go, closed; empty: not shown. */
  readonly reach: readonly Position[];
  readonly ways: readonly { readonly from: Position; readonly to: Position; readonly faint: boolean }[];
  readonly homes: readonly { readonly at: Position; readonly chosen: boolean }[];
}

/** A map in an element; this file alone knows the library and is fetched when the first map with a ground is looked at. */
export interface GroundDrawing {
  lay(laid: Laid): void;
  /** Lets an element of the page stand at a position. */
  stand(element: HTMLElement, at: Position): void;
  /** Writes a name below a position, over whatever stands there by then. */
  name(words: string, at: Position): void;
  end(): void;
}

/** What the map says by itself, under the library's own keys. */
export type GroundWords = Readonly<Record<string, string>>;

interface Asked {
  readonly ground: Ground;
  readonly box: [Position, Position];
  readonly words: GroundWords;
  /** None of the tiles came: all that were asked for are refused, or none is there after ten seconds. */
  readonly onNoTiles: () => void;
}

/** Opens a map in an element of the page. Throws where the browser cannot draw one (no WebGL 2). */
export function drawGround(container: HTMLElement, { ground, box, words, onNoTiles }: Asked): GroundDrawing {
  const picture = new Picture({
    container,
    style: styleOf(ground),
    bounds: box,
    fitBoundsOptions: { padding: 48, maxZoom: 14 },
    // The page scrolls past it; the ground keeps its north.
    cooperativeGestures: true,
    dragRotate: false,
    pitchWithRotate: false,
    touchPitch: false,
    renderWorldCopies: false,
    // It would set what we say as HTML: it stands below the map.
    attributionControl: false,
    locale: words,
  });
  picture.keyboard.disableRotation();
  picture.touchZoomRotate.disableRotation();
  picture.addControl(new NavigationControl({ showCompass: false }));
  picture.addControl(new ScaleControl());
  let came = false;
  const giveUp = (): void => {
    clearTimeout(waiting);
    if (!came) onNoTiles();
  };
  const waiting = setTimeout(giveUp, longestWait);
  picture.on('data', (event) => {
    came ||= event.dataType === 'source' && event.sourceId === 'tiles' && event.tile !== undefined;
  });
  // Nothing is on its way any more; one that is missing at the edge of a county says nothing.
  picture.once('idle', giveUp);
  // What does not come is told by what has come: a line in the console for each helps nobody.
  picture.on('error', () => undefined);
  let last: Laid = { reach: [], ways: [], homes: [] };
  const put = (): void => {
    for (const [name, data] of Object.entries(dataOf(last))) void picture.getSource<GeoJSONSource>(name)?.setData(data);
  };
  picture.on('load', put);
  return {
    lay: (laid) => {
      last = laid;
      put();
    },
    stand: (element, at) => void new Marker({ element }).setLngLat(at).addTo(picture),
    name: (said, at) =>
      void new Marker({ element: nameOf(said), anchor: 'top', offset: [0, 15] }).setLngLat(at).addTo(picture),
    end: () => {
      clearTimeout(waiting);
      picture.remove();
    },
  };
}

// Whoever hears the page hears the name with the circle.
function nameOf(words: string): HTMLElement {
  const element = document.createElement('div');
  element.className = 'ground-name';
  element.textContent = words;
  element.setAttribute('aria-hidden', 'true');
  return element;
}

type GroundData = Parameters<GeoJSONSource['setData']>[0];

const dataOf = ({ reach, ways, homes }: Laid): Record<(typeof laidSources)[number], GroundData> => ({
  reach: { type: 'Polygon', coordinates: reach.length === 0 ? [] : [[...reach]] },
  ways: {
    type: 'FeatureCollection',
    features: ways.map(({ from, to, faint }) => ({
      type: 'Feature',
      properties: { faint },
      geometry: { type: 'LineString', coordinates: [from, to] },
    })),
  },
  homes: {
    type: 'FeatureCollection',
    features: homes.map(({ at, chosen }) => ({
      type: 'Feature',
      properties: { chosen },
      geometry: { type: 'Point', coordinates: at },
    })),
  },
});

// Tiles are light, also where the page is dark: what lies on them is ink on paper.
const [ink, paper] = ['#1f2a25', '#fffdf8'];
const laidSources = ['reach', 'ways', 'homes'] as const;
const nothing: GroundData = { type: 'FeatureCollection', features: [] };

function styleOf({ tiles, labels, attribution }: Ground): StyleSpecification {
  const raster = (address: string) => ({
    type: 'raster' as const,
    tiles: [address],
    tileSize: 256,
    maxzoom: 18,
    attribution,
  });
  const names = labels === '' ? [] : (['labels'] as const);
  return {
    version: 8,
    sources: {
      tiles: raster(tiles),
      ...Object.fromEntries(names.map((name) => [name, raster(labels)])),
      ...Object.fromEntries(laidSources.map((name) => [name, { type: 'geojson', data: nothing }])),
    },
    layers: [
      { id: 'paper', type: 'background', paint: { 'background-color': paper } },
      { id: 'tiles', type: 'raster', source: 'tiles' },
      { id: 'reach', type: 'fill', source: 'reach', paint: { 'fill-color': ink, 'fill-opacity': 0.08 } },
      {
        id: 'reach-edge',
        type: 'line',
        source: 'reach',
        paint: { 'line-color': ink, 'line-width': 1.5, 'line-dasharray': [4, 4] },
      },
      {
        id: 'ways-edge',
        type: 'line',
        source: 'ways',
        paint: { 'line-color': paper, 'line-width': 4, 'line-opacity': ['case', ['get', 'faint'], 0.2, 0.8] },
      },
      {
        id: 'ways',
        type: 'line',
        source: 'ways',
        paint: { 'line-color': ink, 'line-width': 1.75, 'line-opacity': ['case', ['get', 'faint'], 0.2, 1] },
      },
      {
        id: 'homes',
        type: 'circle',
        source: 'homes',
        paint: {
          'circle-radius': 5,
          'circle-color': ['case', ['get', 'chosen'], ink, paper],
          'circle-stroke-color': ink,
          'circle-stroke-width': 1.75,
        },
      },
      // The maker's names lie over all that lies flat.
      ...names.map((name) => ({ id: name, type: 'raster' as const, source: name })),
    ],
  };
}
