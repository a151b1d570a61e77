/** VS Code's own expression for links in messages (`src/vs/base/common/linkedText.ts`). */
const LINK = /\[([^\]]+)\]\(((?:https?:\/\/|command:|file:)[^)\s]+)(?: (["'])(.+?)(\3))?\)/gi;
/** VS Code's own expression for icons in labels (`src/vs/base/browser/ui/iconLabel/iconLabels.ts`). */
const ICON = /(\\)?\$\(([A-Za-z0-9-]+(?:~[A-Za-z]+)?)\)/g;

/** What VS Code draws as a link or an icon in a text, in places that draw both. */
export function drawnIn(text: string): readonly string[] {
  // A notification shows line ends as blanks.
  const shown = text.replace(/\r\n|\n|\r/g, ' ');
  const icons = Array.from(shown.matchAll(ICON)).filter(([, escape]) => escape === undefined);
  return [...shown.matchAll(LINK), ...icons].map(([drawn]) => drawn);
}
