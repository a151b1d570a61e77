/** Words that name nothing, of the languages that notes are often written in. No word that people are called by. */
const COMMON: ReadonlySet<string> = new Set(
  [
    'a about after again all also always am an and any are as at back be because been before being both but by can cannot',
    'could did do does doing done each either else enough even ever every for from get gets getting had has have having he',
    'her here hers him his how i if in into is it its just lately less like made make makes me mine more most much my',
    'need needs now of off often on only or other our ours out over own really she should since so some still such take',
    'takes than that the their theirs them then there these they thing things this those though through to too two us',
    'very was we were what when where which while who whom whose why with without would yet you your yours',
    'day days week weeks month months today yesterday time way people person everybody everyone somebody someone',
    'aber alle als also am an auch auf aus bei bin bis da das dass dem den der des die dies diese doch du durch ein eine',
    'einem einen einer er es für gegen hat haben ich ihm ihr im immer in ist ja man mehr mein mich mir mit nach noch nur',
    'oder schon sehr sein seine sich sie sind so über um und uns unser unsere vom von vor war was weil wenn wer wie wieder',
    'wir wird zu zum zur',
    'au aux avec ce ces cette dans de des du elle en est et il ils je la le les leur mais ne nos notre nous ou par pas',
    'pour qu que qui sa se ses son sont sur très un une vous',
    'al con como del el ella en es esta este la las lo los mas más mi muy no nos nuestra nuestro para pero por que se sin',
    'son su sus un una y ya',
  ].flatMap((words) => words.split(' ')),
);

/** Words with which an answer says that there is nothing to name. */
const NOBODY: ReadonlySet<string> = new Set(
  [
    'no nobody none nothing not nope never n/a na',
    'niemand nichts kein keine keiner nein',
    'personne rien aucun aucune non',
    'nadie nada ninguno ninguna',
  ].flatMap((words) => words.split(' ')),
);

/** Whether a word, in lower case, names nothing by itself. */
export function isStopWord(word: string): boolean {
  return COMMON.has(word) || NOBODY.has(word) || (word.length === 1 && word < '\u0250');
}

/** Whether an answer that begins with this word, in lower case, says that there is nothing to name. */
export function isEmptyAnswer(word: string): boolean {
  return NOBODY.has(word);
}
