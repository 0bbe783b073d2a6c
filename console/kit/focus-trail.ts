const most = 20;

/** Where the focus has stood, the latest last. */
export class FocusTrail<Place> {
  #places: Place[] = [];

  note(place: Place): void {
    this.#places = [...this.#places.filter((one) => one !== place), place].slice(-most);
  }

  /** The latest place that is still there. */
  last(isThere: (place: Place) => boolean): Place | undefined {
    return this.#places.filter(isThere).at(-1);
  }
}
