import { englishOfChecks } from '../../document/checks/finding-words.ts';
import { madeUpWords } from './made-up.ts';

export default madeUpWords(englishOfChecks);
