import type { Manifest } from '#platform/manifest';
import { userAddCommand } from './account/user-add-command.ts';
import { accountRoutes } from './http/account-routes.ts';
import { apiKeyRoutes } from './http/api-key-routes.ts';
import { calendarRoutes } from './http/calendar-routes.ts';
import { computerRoutes } from './http/computer-routes.ts';
import { credentialRoutes } from './http/credential-routes.ts';
import { grantRoutes } from './http/grant-routes.ts';
import { liveRoutes } from './http/live-routes.ts';
import { meRoutes } from './http/me-routes.ts';
import { oidcRoutes } from './http/oidc-routes.ts';
import { ownDataRoutes } from './http/own-data-routes.ts';
import { sessionRoutes } from './http/session-routes.ts';
import { signingRoutes } from './http/signing-routes.ts';
import { viewRoutes } from './http/view-routes.ts';
import { readerByKey } from './api-key/reader-by-key.ts';
import {
  accountPermissions,
  apiKeyPermissions,
  grantPermissions,
  ownDataPermissions,
  unitPermissions,
  viewPermissions,
} from './permissions.ts';
import { personAgain } from './own-data/erase-data.ts';
import { personalData } from './personal-data.ts';
import { recurring } from './jobs.ts';
import { roles } from './roles.ts';
import { authenticate } from './session/authenticate.ts';
import { rotateCommand } from './signing/rotate-command.ts';
import { slipsWaiting } from './slip/reset-slips.ts';
import { subscriptions } from './subscriptions.ts';
import { sealed } from './sealed.ts';
import { texts } from './texts/index.ts';

/** What the module access gives to the program. */
export const access: Manifest = {
  name: 'access',
  roles,
  permissions: [
    accountPermissions,
    grantPermissions,
    unitPermissions,
    viewPermissions,
    apiKeyPermissions,
    ownDataPermissions,
  ],
  routes: [
    ...meRoutes,
    ...sessionRoutes,
    ...computerRoutes,
    ...credentialRoutes,
    ...oidcRoutes,
    ...grantRoutes,
    ...accountRoutes,
    ...ownDataRoutes,
    ...liveRoutes,
    ...calendarRoutes,
    ...signingRoutes,
    ...viewRoutes,
    ...apiKeyRoutes,
  ],
  refusals: {
    LoginTaken: 409,
    KeyNotValid: 401,
    ViewNameTaken: 409,
    TooManyViews: 422,
    PasskeyNotAccepted: 422,
    NoOidcProvider: 404,
    OidcStateLost: 410,
    OidcRefused: 422,
    OidcNotAccepted: 422,
    OidcNotLinked: 422,
    OidcTaken: 409,
    OidcAway: 502,
    PasswordTooWeak: 422,
    SignInFailed: 401,
    PinNotRight: 422,
    PinOver: 409,
    PinTooEasy: 422,
    CodeNotAccepted: 422,
    LastSecondFactor: 409,
    ScopeNotHeld: 422,
    RoleNotYours: 403,
    RoleBeyondYours: 403,
    OwnGrant: 409,
    OnDuty: 409,
    UnknownRole: 422,
    UnitElsewhere: 422,
    GrantDatesWrong: 422,
    PersonInactive: 422,
    LastAdministrator: 409,
    HasAccount: 409,
    NoAccount: 422,
    NoEmail: 422,
    InvitationOver: 410,
    OwnReset: 409,
    SecondPersonNeeded: 409,
    SlipNotAccepted: 422,
    NameDiffers: 422,
  },
  texts,
  personalData,
  sealed,
  erasures: [personAgain],
  subscriptions,
  waiting: slipsWaiting,
  recurring,
  commands: [userAddCommand, rotateCommand],
  keys: ['county'],
  authenticate,
  readerByKey,
};
