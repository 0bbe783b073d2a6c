/** A place as public pages name it. Its page is `/places/<code>` (props: PlacePageProps in the portal, which gathers what happens there). */
export interface PlaceRef {
  code: string;
  /** In the page's language. */
  name: string;
}
