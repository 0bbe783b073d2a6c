import { entryAt } from './entry-at.ts';

type Parts = () => Promise<Record<string, unknown>>;

/** An address of the console, the part of the program that shows it, and the name of its component there. */
export interface PageEntry {
  /** As the router takes it: `/stories/:id`. */
  readonly path: string;
  readonly load: Parts;
  readonly name: string;
}

const page = (path: string, load: Parts, name: string): PageEntry => ({ path, load, name });

/** Every page behind the sign-in; each is its own part of the program. No page is imported at once: the first and tiny script reads this list before the shell is there. */
export const pagesInside: readonly PageEntry[] = [
  page('/', () => import('../access/work-page.tsx'), 'WorkPage'),
  page('/account', () => import('../access/account-page.tsx'), 'AccountPage'),
  page('/preferences', () => import('../notices/preferences-page.tsx'), 'PreferencesPage'),
  page('/notices', () => import('../notices/notices-page.tsx'), 'NoticesPage'),
  page('/roster', () => import('../newsroom/roster/roster-page.tsx'), 'RosterPage'),
  page('/plan', () => import('../newsroom/planning/board-page.tsx'), 'BoardPage'),
  page('/plan/calendar', () => import('../newsroom/planning/calendar-page.tsx'), 'CalendarPage'),
  page('/plan/meeting', () => import('../newsroom/planning/meeting-page.tsx'), 'MeetingPage'),
  page('/ideas', () => import('../newsroom/planning/ideas-page.tsx'), 'IdeasPage'),
  page('/ideas/:id', () => import('../newsroom/planning/idea-page.tsx'), 'IdeaPage'),
  page('/stories', () => import('../newsroom/stories-page.tsx'), 'StoriesPage'),
  page('/stories/new', () => import('../newsroom/new-story-page.tsx'), 'NewStoryPage'),
  page('/stories/:id', () => import('../newsroom/story-page.tsx'), 'StoryPage'),
  page('/stories/:id/edit', () => import('../newsroom/editor-page.tsx'), 'EditorPage'),
  page('/stories/:id/review', () => import('../newsroom/review-page.tsx'), 'ReviewPage'),
  page('/stories/:id/history', () => import('../newsroom/history-page.tsx'), 'HistoryPage'),
  page('/adoptions', () => import('../newsroom/adoptions-page.tsx'), 'AdoptionsPage'),
  page('/mailbox', () => import('../newsroom/mailbox-page.tsx'), 'MailboxPage'),
  page('/submissions', () => import('../newsroom/submissions/submissions-page.tsx'), 'SubmissionsPage'),
  page('/error-reports', () => import('../newsroom/error-reports-page.tsx'), 'ErrorReportsPage'),
  page('/error-reports/:id', () => import('../newsroom/error-reports-page.tsx'), 'ErrorReportsPage'),
  page('/releases', () => import('../newsroom/releases-page.tsx'), 'ReleasesPage'),
  page('/releases/:id', () => import('../newsroom/release-page.tsx'), 'ReleasePage'),
  page('/inspections', () => import('../newsroom/inspections-page.tsx'), 'InspectionsPage'),
  page('/front', () => import('../newsroom/front/front-page.tsx'), 'FrontPage'),
  page('/sections', () => import('../newsroom/sections-page.tsx'), 'SectionsPage'),
  page('/tags', () => import('../newsroom/tags/tags-page.tsx'), 'TagsPage'),
  page('/series', () => import('../newsroom/tags/series-page.tsx'), 'SeriesPage'),
  page('/chains', () => import('../newsroom/chains-page.tsx'), 'ChainsPage'),
  page('/chains/:id', () => import('../newsroom/chain-page.tsx'), 'ChainPage'),
  page('/lexicon', () => import('../newsroom/lexicon-page.tsx'), 'LexiconPage'),
  page('/checks', () => import('../newsroom/checks-page.tsx'), 'ChecksPage'),
  page('/copies', () => import('../channels/copies-page.tsx'), 'CopiesPage'),
  page('/copies/:id', () => import('../channels/copy-page.tsx'), 'CopyPage'),
  page('/channels', () => import('../channels/channels-page.tsx'), 'ChannelsPage'),
  page('/channels/:id/returned', () => import('../channels/returned-page.tsx'), 'ReturnedPage'),
  page('/pictures', () => import('../media/pictures-page.tsx'), 'PicturesPage'),
  page('/pictures/:hash', () => import('../media/picture-page.tsx'), 'PicturePage'),
  page('/materials', () => import('../media/materials-page.tsx'), 'MaterialsPage'),
  page('/materials/:id', () => import('../media/material/material-page.tsx'), 'MaterialPage'),
  page('/orders', () => import('../volunteering/orders-page.tsx'), 'OrdersPage'),
  page('/orders/new', () => import('../volunteering/new-order-page.tsx'), 'NewOrderPage'),
  page('/orders/:id', () => import('../volunteering/order-page.tsx'), 'OrderPage'),
  page('/visit-alarms', () => import('../volunteering/visit-alarms-page.tsx'), 'VisitAlarmsPage'),
  page('/call-backs', () => import('../volunteering/call-backs-page.tsx'), 'CallBacksPage'),
  page('/incidents', () => import('../volunteering/incidents-page.tsx'), 'IncidentsPage'),
  page('/incidents/:id', () => import('../volunteering/incident-page.tsx'), 'IncidentPage'),
  page('/dispatch-plans', () => import('../volunteering/plans-page.tsx'), 'PlansPage'),
  page('/dispatch-plans/:id', () => import('../volunteering/plan-page.tsx'), 'PlanPage'),
  page('/rosters', () => import('../volunteering/rosters-page.tsx'), 'RostersPage'),
  page('/offers', () => import('../volunteering/offers-page.tsx'), 'OffersPage'),
  page('/offers/:id', () => import('../volunteering/offers-page.tsx'), 'OffersPage'),
  page('/visits/:id', () => import('../volunteering/offers-page.tsx'), 'OffersPage'),
  page('/services', () => import('../volunteering/services-page.tsx'), 'ServicesPage'),
  page('/services/:slug', () => import('../volunteering/service-page.tsx'), 'ServicePage'),
  page('/limits', () => import('../volunteering/limits-page.tsx'), 'LimitsPage'),
  page('/service-terms', () => import('../volunteering/terms-page.tsx'), 'TermsPage'),
  page('/volunteers', () => import('../volunteering/volunteers-page.tsx'), 'VolunteersPage'),
  page('/licence-claims', () => import('../volunteering/licence-claims-page.tsx'), 'LicenceClaimsPage'),
  page('/applications', () => import('../volunteering/applications-page.tsx'), 'ApplicationsPage'),
  page('/teams', () => import('../volunteering/teams-page.tsx'), 'TeamsPage'),
  page('/gatherings', () => import('../volunteering/gatherings-page.tsx'), 'GatheringsPage'),
  page('/hours', () => import('../volunteering/hours-page.tsx'), 'HoursPage'),
  page('/hour-corrections', () => import('../volunteering/hour-corrections-page.tsx'), 'HourCorrectionsPage'),
  page('/hour-differences', () => import('../volunteering/hour-differences-page.tsx'), 'HourDifferencesPage'),
  page('/unrecorded-hours', () => import('../volunteering/unrecorded-hours-page.tsx'), 'UnrecordedHoursPage'),
  page('/hour-inspections', () => import('../volunteering/hour-inspections-page.tsx'), 'HourInspectionsPage'),
  page('/certificate-requests', () => import('../volunteering/certificates/requests-page.tsx'), 'RequestsPage'),
  page('/certificates', () => import('../volunteering/certificates-page.tsx'), 'CertificatesPage'),
  page('/stations', () => import('../stations/stations-page.tsx'), 'StationsPage'),
  page('/people', () => import('../people/people-page.tsx'), 'PeoplePage'),
  page('/people/:id', () => import('../access/person-page.tsx'), 'PersonPage'),
  page('/grants', () => import('../access/grants-page.tsx'), 'GrantsPage'),
  page('/units', () => import('../access/units-page.tsx'), 'UnitsPage'),
  page('/notice-hooks', () => import('../notices/hooks-page.tsx'), 'HooksPage'),
  page('/api-keys', () => import('../access/api-keys-page.tsx'), 'ApiKeysPage'),
  page('/places', () => import('../places/places-page.tsx'), 'PlacesPage'),
  page('/places/:id', () => import('../places/place-page.tsx'), 'PlacePage'),
  page('/audit', () => import('../operations/audit-page.tsx'), 'AuditPage'),
  page('/failed-notices', () => import('../operations/failed-notices-page.tsx'), 'FailedNoticesPage'),
  page('/jobs', () => import('../operations/jobs-page.tsx'), 'JobsPage'),
  page('/measurements', () => import('../operations/measurements-page.tsx'), 'MeasurementsPage'),
  page('/settings', () => import('../operations/settings-page.tsx'), 'SettingsPage'),
];

/** The pages before the sign-in. */
export const pagesOutside: readonly PageEntry[] = [
  page('/sign-in', () => import('../access/sign-in-page.tsx'), 'SignInPage'),
  page('/provider-return', () => import('../access/provider-return-page.tsx'), 'ProviderReturnPage'),
  page('/invitation', () => import('../access/invitation-page.tsx'), 'InvitationPage'),
  page('/slip', () => import('../access/slip-page.tsx'), 'SlipPage'),
];

/** The page that a path opens; undefined where there is none. */
export const pageAt = (path: string): PageEntry | undefined => entryAt([...pagesInside, ...pagesOutside], path);
