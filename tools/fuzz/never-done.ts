/** Operations that no run answers with 2xx, and why: reviewed by hand. One that is not listed and never done fails the test, and so does one that is listed and done. */
export const neverDone: Readonly<Record<string, string>> = {
  'POST /api/v1/jobs/{id}/retries':
    'only a worker brings about a job that failed for good, after its tries of several minutes',
  'POST /api/v1/failed-notices/{id}/retries':
    'only a mail server that refuses a letter for hours brings about a notice that was given up',
  'POST /api/v1/oidc-sign-ins': 'needs a sign-in provider, which the installation of the run has not',
  'POST /api/v1/oidc-returns': 'takes what a sign-in provider answered, and the installation of the run has none',
  'POST /api/v1/me/oidc-links': 'needs a sign-in provider, which the installation of the run has not',
  'DELETE /api/v1/me/oidc-link': 'takes away a link that only a sign-in provider brings about',
  'POST /api/v1/stories/{id}/voice-notes': 'takes a recording of a telephone, and the form of the run holds a picture',
  'POST /api/v1/contributions': 'takes what another centre signed with its key, which made-up requests are not',
  'GET /api/v1/unsubscriptions/{token}': 'leads on to a page (303), whatever it is asked with',
  'POST /api/v1/copies/{id}/acceptances': 'other words are seen only at a foreign place, which the run has not',
  'POST /api/v1/visit-alarms/{id}/endings': 'somebody is missed only when the time of a visit has passed',
  'GET /api/v1/visits/{id}/code': 'a station shows a code only around a visit, which in the run lies days ahead',
  'POST /api/v1/inspections': 'days that are over are drawn, and in the county of the run it is the first day',
  'POST /api/v1/uploads': 'the protocol speaks in headers, which made-up requests do not carry',
  'PATCH /api/v1/uploads/{id}': 'takes bare bytes, which made-up requests do not carry',
  'GET /api/v1/channels/{id}/wechat-callbacks': 'answers the WeChat platform alone, which signs its calls',
  'POST /api/v1/channels/{id}/wechat-callbacks':
    'takes what the WeChat platform signed and encrypted, which made-up requests are not',
  'POST /api/v1/sms-answers': 'takes what the SMS gateway signed, and the installation of the run has none',
  'POST /api/v1/activitypub/inbox': 'takes bytes of a media type of its own, which made-up requests do not carry',
  'POST /api/v1/activitypub/actors/{id}/inbox':
    'takes bytes of a media type of its own, which made-up requests do not carry',
  'GET /api/v1/stories/{id}/draft':
    'becomes a socket (101) where an upgrade is asked for, which made-up requests do not do',
};

/** What is wrong with the list after a run: operations that are missing from it, and entries that are stale. */
export function wrongInList(
  run: { readonly done: readonly string[]; readonly neverDone: readonly string[] },
  list: Readonly<Record<string, string>> = neverDone,
): string[] {
  const all = new Set([...run.done, ...run.neverDone]);
  return [
    ...run.neverDone.filter((name) => !(name in list)).map((name) => `${name} never answered 2xx: give it a beginning`),
    ...run.done.filter((name) => name in list).map((name) => `${name} answered 2xx: take it off the list`),
    ...Object.keys(list)
      .filter((name) => !all.has(name))
      .map((name) => `${name} is no operation: take it off the list`),
  ];
}
