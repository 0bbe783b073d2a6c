import type { Manifest } from '#platform/manifest';
import { credentialRoutes } from './http/credential-routes.ts';
import { meRoutes } from './http/me-routes.ts';
import { sessionRoutes } from './http/session-routes.ts';
import { signingRoutes } from './http/signing-routes.ts';
import { roles } from './roles.ts';
import { authenticate } from './session/authenticate.ts';
import { texts } from './texts/index.ts';

/** What the module access gives to the program. */
export const access: Manifest = {
  name: 'access',
  roles,
  routes: [...meRoutes, ...sessionRoutes, ...credentialRoutes, ...signingRoutes],
  refusals: { LoginTaken: 409, PasskeyNotAccepted: 422, PasswordTooWeak: 422, SignInFailed: 401, CodeNotAccepted: 422, LastSecondFactor: 409, ScopeNotHeld: 422 },
  texts,
  authenticate,
};
