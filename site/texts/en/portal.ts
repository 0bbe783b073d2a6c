import type { Texts } from '../zh-CN.ts';

/** Words of the portal's pages. */
export const portal: Texts['portal'] = {
  home: {
    title: (county) => `${county}: what is happening, and who can help`,
    description: (publisher) =>
      `The public pages of ${publisher}: what to know today, news from every place, help from neighbours, corrections.`,
    today: 'Today to know',
    latest: 'Just published',
    helpTitle: 'Something at home? Someone can help',
    helpText: (phone) => `Just tell us; no account needed. Or ring ${phone} and we write it down for you.`,
    order: 'Ask for help',
    allServices: 'All services',
    fromPlaces: 'From your places',
    choosePlace: 'Choose your place',
    activities: 'Activities',
    placesLeft: (count) => `${count} places left`,
    full: 'full',
    bySection: 'New in each section',
    corrections: 'Corrections',
    allCorrections: 'All corrections',
    noCorrections: 'No corrections lately. If something is wrong, tell us below the story.',
    signed: (count) => `${count} ${count === 1 ? 'reading' : 'readings'}, can be checked`,
    emptyTitle: 'Nothing has been published yet',
    emptyText:
      'The first story will stand here as soon as it is signed. If you need help now, ring us or send an order.',
  },
  places: {
    title: 'Places',
    lead: 'Choose where you live for its news, water and power notices, and the station’s telephone.',
    villages: (count) => (count === '1' ? '1 place' : `${count} places`),
    empty: 'No places have been entered yet.',
  },
  place: {
    above: 'Part of',
    notices: 'To know now',
    stories: (name) => `News from ${name}`,
    none: (name) => `Nothing has been published from ${name} yet.`,
    noneNext: 'News from everywhere',
    stations: 'Stations to turn to',
    call: (phone) => `Call ${phone}`,
    services: 'Services that come here',
    below: 'Places here',
    description: (name) => `News, notices, services and station telephones of ${name}.`,
  },
  search: {
    title: 'Search',
    titleFor: (q) => `Search: ${q}`,
    label: 'What are you looking for?',
    button: 'Search',
    hint: 'A word or two is enough, such as “bus”, “water” or “haircut”.',
    found: (count) => `${count} found`,
    none: (q) => `Nothing found for “${q}”.`,
    noneNext: 'Try other words or fewer of them; or ring us and ask.',
    kinds: { story: 'News', service: 'Service', place: 'Place' },
  },
  about: {
    title: 'About this site',
    lead: (publisher, county) =>
      `${publisher} publishes the public news of ${county} here, and helps neighbours find each other. Every item says who published it, who read it first and when it was changed.`,
    neverTitle: 'What we never do',
    never: [
      [
        'Watch people',
        'We do not collect, search, score or report what anybody says elsewhere, and keep no lists of informants.',
      ],
      ['Speak in hiding', 'Every item names its publisher. No commenting accounts, no bought or automatic applause.'],
      [
        'Silence anybody',
        'No blocking by opinion or by word, no tools to take down what others say. Editors check their own texts for facts, language, privacy and the law on personal data.',
      ],
      [
        'Rank people',
        'Nobody gets a score. Praise needs the person’s consent; standards are for stations and services. A volunteer who says “not this time” loses nothing.',
      ],
      ['Know our readers', 'We see totals only, never who read what; small numbers are not shown.'],
      [
        'Add burdens',
        'No compulsory check-ins, points, hours online or likes. Nothing is asked twice; nothing is required that no rule demands; a photo is never the only proof.',
      ],
    ],
    signaturesTitle: 'What the signatures mean',
    signatures: [
      'Whoever reads a text signs its fingerprint: the whole text written in a fixed form and turned into 64 characters. Change one character and the fingerprint is another; the signatures no longer fit, and the reading begins again.',
      '“Signed by passkey” means: signed with a key in the reader’s own phone or computer. Nobody else can do it for them, and neither can we.',
      '“Attested by the system” means: the reader has no key; they proved once more who they are, and the system put its seal. That is not a signature, and we do not call it one.',
      '“Demonstration key” means: the key is held by this server. That exists in a demonstration county only and is impossible in a real one.',
    ],
    checkTitle: 'How to check it yourself',
    check: [
      'Below each story, under “Who read it, and how to check”, download the file: it holds the text, every signature and the public keys.',
      'No network is needed: anybody can work out the fingerprint and check the signatures with the open-source program.',
    ],
    command: 'cli story verify file.json',
    correctionsTitle: 'When we get it wrong',
    corrections:
      'Below each story stands “Something is wrong here”; no account needed. A correction is read and signed like any text; what was written before and what it says now both stay in the story and in the register.',
    auditTitle: 'The seal on our records',
    audit: (at) =>
      `Who did what and when is recorded line by line, each tied to the one before. The last seal was set ${at}:`,
    key: 'Fingerprint of the county’s signing key:',
    accessTitle: 'If seeing, hearing or moving is hard',
    access:
      'There is a large-type edition at the top right; stories can be listened to; everything works with the keyboard alone and without scripts. If something does not, please ring us.',
    privacyTitle: 'Your telephone and address',
    privacy:
      'What you leave with an order is seen by the person who comes, from a day before until a day after, and by the station’s staff while the order is open. Each look is recorded. The order’s own page shows no name, telephone or address.',
  },
  error: {
    titles: {
      400: 'We cannot read this request',
      403: 'You cannot go in here',
      404: 'This page was not found',
      405: 'This address does not take that kind of request',
      409: 'Somebody changed this at the same moment',
      413: 'That is too large',
      415: 'We cannot read this format',
      422: 'Something filled in is not right',
      429: 'That was too fast',
      500: 'Something went wrong on our side',
      503: 'Recovering, one moment',
    },
    other: 'This did not work',
    texts: {
      404: 'It may have moved, or one letter of the address is wrong. Try the search, or start from the home page.',
      429: 'Too many requests within a minute. What you wrote is not lost; go back in a while and send it again.',
      500: 'It is not your fault. Nothing was stored by halves; try again in a while, or ring us.',
      503: 'The system will be back in a few seconds. Nothing is lost; please reload in a moment.',
    },
    requestId: (id) => `If you ring us, please give this number: ${id}`,
    toHome: 'Home',
    toSearch: 'Search',
    retry: 'Try again',
  },
  starting: {
    title: 'Getting ready, nearly there',
    text: 'The first start makes the pages of the desk, usually in about a minute. This page reloads by itself.',
    progress: 'Progress',
    steps: {
      site: 'Database and public site',
      phone: 'The desk for phones',
      desk: 'The desk',
      pictures: 'Pictures of the demonstration',
    },
    states: { done: 'done', now: 'working', ahead: 'waiting', failed: 'failed' },
    count: (done, of) => `${done} of ${of}`,
    failedTitle: 'The desk could not be made',
    failedText:
      'The public site works as usual; only the desk does not open. Please ask whoever looks after the server to read what the program said when it started: the reason stands there, most often a full disk or too little memory. Once that is mended, start the program again, and it goes on.',
    publicSite: 'See the public site',
    reload: 'See whether it is ready',
  },
};
