import { held } from '../zh-CN/held.ts';
import type { statements as source } from '../zh-CN/statements.ts';

// The map is written in English: each says itself. A further language gives its own words by these keys.
const heldInEnglish = Object.fromEntries(Object.keys(held).map((said) => [said, said]));

/** Words of the pages on which the publisher says what it promises. */
export const statements: typeof source = {
  principles: {
    title: 'How we publish',
    lead: (publisher) =>
      `${publisher} answers for every item here. These are the rules we keep; where we fail, please tell us.`,
    sections: [
      [
        'Who answers',
        'Every item names its publisher, who reported it and, where somebody looks after it, its editor. In which roles it was read before, when, and how they signed stands at its end.',
      ],
      [
        'Read before published',
        'A text is read step by step, and each reader signs the fingerprint of the same words; change one character, and it is read again. In which roles it was read and how it was signed stands at its end.',
        'Urgent texts go out with one editor and one signer on duty, are reviewed within a day, and say so for ever.',
      ],
      [
        'Wrong is put right, in the open',
        'Every item has “something is wrong here”; no account is needed. Corrections keep the old words beside the new, enter the register, and follow every copy that can be changed; where one cannot, that is said.',
        'What must be checked is withdrawn with the time said. Nothing is quietly deleted.',
      ],
      [
        'Facts',
        'Notices say until when they hold, and are marked once they have ended. Sources are named; what was not confirmed is not told as fact.',
      ],
      [
        'Pictures and machines',
        'Pictures say who made them. What a machine made or altered says so beside it and in its file.',
      ],
      [
        'Not for sale',
        'Public news is not sold by the line. Nobody is chosen or left out for an opinion, and nobody speaks here in hiding.',
      ],
      ['Readers', 'We see totals only, never who read what.'],
    ],
  },
  accessibility: {
    title: 'Accessibility',
    lead: 'People who see, hear or move with difficulty should be able to use these pages. We build to WCAG 2.2, level AA.',
    sections: [
      [
        'What we have done',
        'A large-type edition at the top right: larger letters, one thing a row, targets of at least 60 pixels.',
        'Everything works by keyboard alone; screen readers find headings, landmarks and the faults of a form; reading and ordering work without scripts.',
        'Dark colours follow your device; at 400 % nothing scrolls sideways; printed, a page is one clear sheet.',
        'Stories can be listened to; recordings come with their words.',
      ],
      [
        'How it is checked',
        'With every change of the program half of the pages, drawn anew each time, are run through axe: light and dark, both type sizes, phone and desk in turn. The full run looks at every page in every form.',
      ],
      [
        'What falls short',
        'Machines cannot tell whether a sentence is easy. Some old pictures have short descriptions; documents of others (PDF) may not be readable by screen readers.',
        'No full trial with disabled users has been held yet; it will be told here when it is.',
        'The pages were checked against the four principles of the Chinese standard GB/T 37668-2019. Nobody has assessed them by it, so no level is claimed.',
      ],
      ['Something does not work?', 'Call us and say which page, and with what.'],
    ],
  },
  contact: {
    title: 'Contact',
    lead: (publisher) =>
      `The desk and the service counter of ${publisher} share one telephone, and somebody answers it.`,
    wrong: [
      'Something is wrong in a story',
      'Quickest is “something is wrong here” below it: the editor on duty sees it at once.',
    ],
    help: ['Help at home', 'No need to ask the desk, order it:'],
    data: [
      'Your personal data',
      'To see, correct or delete it, call or come to a station; we make sure that it is you:',
    ],
    security: ['A security problem', 'Please tell us first, not the public. How:'],
  },
  privacy: {
    title: 'Personal data',
    lead: 'Reading leaves nothing behind. Asking for help, sending in a story or working here leaves some: what, why and for how long stands below.',
    sections: [
      [
        'Readers',
        'We do not record who reads what; there is no tracking code, and nothing goes to other sites. No cookie tells one reader from another.',
        'Pages you read are kept on your own device for reading without network; only your device knows which, and the page “Reading without network” forgets them all.',
      ],
      [
        'Those who order help',
        'Telephone and address are seen by whoever comes, from a day before to a day after the visit, and by the station until it is done; each look is recorded. The same holds for the name of somebody for whom another orders. The page of an order names nobody.',
      ],
      [
        'Your rights',
        'You may see, take along, correct and delete what is yours (PIPL art. 44 to 47; GDPR art. 15 to 20). Call or come; it costs nothing.',
      ],
    ],
    mapTitle: 'Item by item',
    mapText:
      'This list was not written for this page: it is the one by which the program exports and deletes, with nothing left out.',
    columns: (count) => `${count} ${count === 1 ? 'item' : 'items'}`,
    modules: {
      people: 'People',
      notices: 'Messages',
      access: 'Signing in and duties',
      media: 'Pictures and recordings',
      stations: 'Stations',
      newsroom: 'Newsroom',
      volunteering: 'Orders and volunteering',
      channels: 'Channels',
      portal: 'Feeds that are pushed',
      operations: 'Operations',
      places: 'Places',
      demonstration: 'Demonstration',
    },
    held: heldInEnglish,
    between: '; ',
  },
};
