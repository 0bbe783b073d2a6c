import type { Manifest } from '#platform/manifest';
import { adoptionSubscriptions } from './adoption/subscriptions.ts';
import { figures, yearly } from './figures.ts';
import { attachmentAgain } from './attachment/remove-attachment.ts';
import { attachmentSubscriptions } from './attachment/subscriptions.ts';
import { adoptionRoutes } from './http/adoption-routes.ts';
import { checkRoutes } from './http/check-routes.ts';
import { contributionRoutes } from './http/contribution-routes.ts';
import { commentRoutes } from './http/comment-routes.ts';
import { openDraftsOf } from './collab/open-drafts.ts';
import { chainRoutes } from './http/chain-routes.ts';
import { draftRoutes } from './http/draft-routes.ts';
import { errorReportStates } from './error-report/states.ts';
import { errorReportRoutes } from './http/error-report-routes.ts';
import { frontRoutes } from './http/front-routes.ts';
import { historyRoutes } from './http/history-routes.ts';
import { inspectionRoutes } from './http/inspection-routes.ts';
import { ideaRoutes } from './http/idea-routes.ts';
import { mailRoutes } from './http/mail-routes.ts';
import { publicRoutes } from './http/public-routes.ts';
import { releaseRoutes } from './http/release-routes.ts';
import { reviewRoutes } from './http/review-routes.ts';
import { rosterRoutes } from './http/roster-routes.ts';
import { submissionRoutes } from './http/submission-routes.ts';
import { attachmentRoutes } from './http/attachment-routes.ts';
import { voiceRoutes } from './http/voice-routes.ts';
import { sectionRoutes } from './http/section-routes.ts';
import { storyRoutes } from './http/story-routes.ts';
import { tagRoutes } from './http/tag-routes.ts';
import { correctionsPage, sectionPage } from './page/list-pages.ts';
import { seriesPage, tagPage } from './page/tag-pages.ts';
import { oembedPage } from './page/oembed-page.ts';
import { proofPage } from './page/proof-page.ts';
import { verifierPages } from './page/verifier-pages.ts';
import { reportErrorPage } from './page/report-error-page.ts';
import { cardPage } from './page/card-page.ts';
import { markPage } from './page/mark-page.ts';
import { standingPage } from './page/standing-page.ts';
import { storyPage } from './page/story-page.ts';
import {
  adoptionPermissions,
  chainPermissions,
  checkPermissions,
  contributionPermissions,
  errorReportPermissions,
  frontPermissions,
  inspectionPermissions,
  lexiconPermissions,
  mailboxPermissions,
  pointTablePermissions,
  releasePermissions,
  sectionPermissions,
  seriesPermissions,
  storyPermissions,
  submissionPermissions,
  tagPermissions,
} from './permissions.ts';
import { keeps } from './keeps.ts';
import { personalData } from './personal-data.ts';
import { calendarEntries } from './planning/calendar-entries.ts';
import { assignmentPermissions, ideaPermissions } from './planning/idea-permissions.ts';
import { assignmentStates, ideaStates } from './planning/states.ts';
import { planningSubscriptions } from './planning/subscriptions.ts';
import { publicSubscriptions } from './public/subscriptions.ts';
import { lexiconWords } from './checks/lexicon-queries.ts';
import { storyIndex } from './lists/word-index.ts';
import { recordNames } from './record-names.ts';
import { recurring } from './recurring.ts';
import { dutyPermissions } from './roster/roster-permissions.ts';
import { swapStates } from './roster/swap-states.ts';
import { releaseStates } from './release/states.ts';
import { searchableStories } from './search-documents.ts';
import { storyStates } from './story/states.ts';
import { submissionStates } from './submission/states.ts';
import { shiftEntries } from './roster/shift-entries.ts';
import { rosterSubscriptions } from './roster/subscriptions.ts';
import { submissionSubscriptions } from './submission/subscriptions.ts';
import { subscriptions } from './subscriptions.ts';
import { texts } from './texts/index.ts';
import { voiceBytes } from './voice/voice-queries.ts';
import { verifyCommand } from './verify/verify-command.ts';
import { sealed } from './sealed.ts';
import { waiting } from './waiting.ts';

/** What the module newsroom gives to the program. */
export const newsroom: Manifest = {
  name: 'newsroom',
  routes: [
    ...rosterRoutes,
    ...ideaRoutes,
    ...sectionRoutes,
    ...chainRoutes,
    ...frontRoutes,
    ...tagRoutes,
    ...storyRoutes,
    ...draftRoutes,
    ...submissionRoutes,
    ...contributionRoutes,
    ...voiceRoutes,
    ...attachmentRoutes,
    ...adoptionRoutes,
    ...mailRoutes,
    ...reviewRoutes,
    ...historyRoutes,
    ...errorReportRoutes,
    ...inspectionRoutes,
    ...releaseRoutes,
    ...checkRoutes,
    ...commentRoutes,
    ...publicRoutes,
  ],
  pages: [
    storyPage,
    sectionPage,
    tagPage,
    seriesPage,
    correctionsPage,
    reportErrorPage,
    proofPage,
    ...verifierPages,
    standingPage,
    markPage,
    cardPage,
    oembedPage,
  ],
  searchable: [searchableStories],
  permissions: [
    storyPermissions,
    submissionPermissions,
    contributionPermissions,
    adoptionPermissions,
    mailboxPermissions,
    pointTablePermissions,
    sectionPermissions,
    tagPermissions,
    seriesPermissions,
    frontPermissions,
    errorReportPermissions,
    inspectionPermissions,
    releasePermissions,
    lexiconPermissions,
    checkPermissions,
    chainPermissions,
    ideaPermissions,
    assignmentPermissions,
    dutyPermissions,
  ],
  states: [storyStates, submissionStates, releaseStates, ideaStates, assignmentStates, swapStates, errorReportStates],
  refusals: {
    BadText: 422,
    CursorGone: 410,
    MarkForged: 422,
    OriginUnreachable: 503,
    PicturesMissing: 422,
    EmbedFormat: 501,
    Unfinished: 422,
    PictureUnknown: 422,
    NotATranslation: 422,
    NotASuccessor: 422,
    NotInSection: 422,
    ReasonMissing: 422,
    NothingInWork: 409,
    TextChanged: 409,
    StatementStale: 409,
    AlreadySigned: 409,
    NextHasActed: 409,
    NotOnDuty: 409,
    NobodyOnDuty: 409,
    InRelease: 409,
    Embargoed: 409,
    NoticeOver: 409,
    NotAllReady: 409,
    NothingReady: 409,
    DutiesNotSeparated: 409,
    NotPublished: 409,
    NotWithdrawn: 409,
    HeldByAnother: 409,
    TranslationExists: 409,
    SlugTaken: 409,
    TagTaken: 409,
    SameTag: 409,
    TooManyTags: 422,
    InAnotherSeries: 409,
    NothingPublished: 422,
    TooManyStories: 422,
    TermTaken: 409,
    IdeaClosed: 409,
    NoDay: 422,
    NotRecurring: 409,
    WorkUnderway: 409,
    AlreadyTaken: 409,
    NotAssignable: 422,
    NotACalendar: 422,
    CalendarTooLarge: 422,
    NotOnThisPost: 422,
    SwapAsked: 409,
    ShiftChanged: 409,
    NoSection: 422,
    NotATarget: 422,
    TargetHeld: 409,
    NotASound: 415,
    TooManyVoiceNotes: 422,
    TooManyAttachments: 422,
    NotAttachable: 415,
    CannotSee: 422,
    TooManyComments: 422,
    ExceptionReasonMissing: 422,
    CheckListUnfinished: 422,
    ChainInUse: 409,
    LetterEmpty: 422,
    LetterTooLarge: 413,
    AdoptionKnown: 409,
    AdoptionGone: 409,
    OwnAdoption: 403,
  },
  texts,
  commands: [verifyCommand],
  subscriptions: [
    ...subscriptions,
    ...rosterSubscriptions,
    ...planningSubscriptions,
    ...submissionSubscriptions,
    ...attachmentSubscriptions,
    ...adoptionSubscriptions,
    ...publicSubscriptions,
  ],
  recurring,
  personalData,
  erasures: [attachmentAgain],
  sealed,
  waiting,
  calendar: async (tx, actor) => [...(await calendarEntries(tx, actor)), ...(await shiftEntries(tx, actor))],
  wordIndexes: [storyIndex],
  localNames: lexiconWords,
  names: recordNames,
  keeps,
  figures,
  storedBytes: voiceBytes,
  yearly,
  stop: (app) => openDraftsOf(app).settle(),
};
