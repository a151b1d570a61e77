import { monthNamed } from '../dates/civilDate';
import { findDate } from '../dates/findDate';
import { type NamesInTitle, namesInTitle } from './namesInTitle';
import { namesOneOnOne } from './oneOnOne';

/** The places outside the front matter that may name the person of a note. */
interface NamingPlaces {
  /** The folders from the root to the note. */
  readonly folders: readonly string[];
  /** The file name without extension. */
  readonly fileName: string;
  readonly title: string;
}

/** The names in one place, and the place. */
interface PlacedNames extends NamesInTitle {
  readonly place: 'personFolder' | 'title' | 'fileName' | 'otherFolder';
}

/** A folder in which each person has a folder. */
const FOLDER_OF_PEOPLE =
  /^[\s\p{P}\p{S}\d]*(?:people|persons?|team|teams|team members|(?:direct )?reports|staff|employees|colleagues|contacts|mitarbeiter|mitarbeitende|personen|équipe|personnes|personas|equipo)[\s\p{P}\p{S}]*$/iu;
/** A number, time, week or quarter. */
const PERIOD = /^(?:\d[\d.:-]*|t\d{2,6}|(?:\d{4}-?)?(?:q[1-4]|(?:w|kw|week)\d{0,2}))$/i;

/**
 * Returns the names in each place, the best evidence first: a folder per person, then title and file name, and last
 * another folder. Of title and file name, the one that says 1:1 comes first, or else the one with a date.
 */
export function placedNames({ folders, fileName, title }: NamingPlaces): readonly PlacedNames[] {
  const texts = [
    { place: 'title', text: title },
    { place: 'fileName', text: fileName },
  ] as const;
  const inTexts = texts
    .map((each) => ({ ...each, weight: (namesOneOnOne(each.text) ? 2 : 0) + (findDate(each.text) ? 1 : 0) }))
    .sort((a, b) => b.weight - a.weight);
  const inFolder = personFolder(folders);
  const other = inFolder.names.length > 0 ? inFolder : nearestNamedFolder(folders);
  return [
    { ...inFolder, place: 'personFolder' as const },
    ...inTexts.map(({ place, text }) => ({ ...namesInTitle(text), place })),
    { ...other, place: 'otherFolder' as const },
  ].filter(({ names }) => names.length > 0);
}

const NO_NAMES: NamesInTitle = { names: [], isLoose: false, isExact: false };

/**
 * Returns the names of the folder per person: below a folder for 1:1s or people, however deep. A full name precedes a
 * single word, which may be a team.
 */
function personFolder(folders: readonly string[]): NamesInTitle {
  const top = folders.findIndex((folder) => namesOneOnOne(folder) || FOLDER_OF_PEOPLE.test(folder));
  if (top < 0) return NO_NAMES;
  const below = folders
    .slice(top)
    .map((folder, index) => (isPeriod(folder, folders[top + index - 1]) ? NO_NAMES : namesInTitle(folder)))
    .filter(({ names }) => names.length > 0);
  return below.find(({ names }) => names.length > 1 || names[0]?.includes(' ')) ?? below[0] ?? NO_NAMES;
}

/** Returns the full name of the nearest folder that is not a period. A single word may be a topic. */
function nearestNamedFolder(folders: readonly string[]): NamesInTitle {
  const index = folders.findLastIndex((folder, at) => !isPeriod(folder, folders[at - 1]));
  const found = namesInTitle(folders[index] ?? '');
  return found.names.every((name) => name.includes(' ')) ? found : NO_NAMES;
}

/**
 * Tests whether a folder is only a period: `2026`, `Q4 2026`, `W48`, `11-November`, or `November` in a folder of its
 * year.
 */
function isPeriod(folder: string, around = ''): boolean {
  const words = folder.split(/[\s._-]+/);
  const isInYear = /^\d{4}$/.test(around) || words.some((word) => /^\d+$/.test(word));
  return words.every((word) => PERIOD.test(word) || (isInYear && monthNamed(word) !== undefined));
}
