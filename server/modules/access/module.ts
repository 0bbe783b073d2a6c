import type { Manifest } from '#platform/manifest';
import { meRoutes } from './http/me-routes.ts';
import { signingRoutes } from './http/signing-routes.ts';
import { roles } from './roles.ts';
import { authenticate } from './session/authenticate.ts';
import { texts } from './texts/index.ts';

/** What the module access gives to the program. */
export const access: Manifest = {
  name: 'access',
  roles,
  routes: [...meRoutes, ...signingRoutes],
  refusals: { LoginTaken: 409, PasskeyNotAccepted: 422 },
  texts,
  authenticate,
};
